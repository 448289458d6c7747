import { useTranslation } from 'react-i18next'
import { useApp } from '../../../context/app-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/use-toast.ts'
import styles from './open-data.module.css'

interface CopyFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  /** What the button says to those who do not see the field beside it. */
  readonly copy: string
}

/** A text to be pasted elsewhere; it can be selected where the browser does not let it be copied. */
export function CopyField({ label, hint, value, copy }: CopyFieldProps) {
  const app = useApp()
  const toast = useToast()
  const { t } = useTranslation('openData')
  async function copyIt(): Promise<void> {
    const isCopied = await (await app.openData()).copy(value)
    toast(isCopied ? { tone: 'success', message: t('copied') } : { tone: 'danger', message: t('notCopied') })
  }
  return (
    <div className={styles.copy}>
      <TextField
        {...{ label, hint, value }}
        readOnly
        onChange={() => undefined}
        onFocus={event => event.target.select()}
      />
      <Button icon="clipboard" aria-label={copy} onClick={() => void copyIt()}>
        {t('copy')}
      </Button>
    </div>
  )
}
