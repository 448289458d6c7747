import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './audit-work.module.css'

interface Props {
  readonly title: string
  readonly hint: string
  readonly confirm: string
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why, and goes on only with an answer. */
export function ReasonDialog({ title, hint, confirm, onConfirm, onClose }: Props) {
  const { t } = useTranslation(['auditWork', 'ui'])
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isMissing = reason.trim() === ''
  return (
    <Dialog
      open
      mustAnswer
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:dialog.cancel')}</Button>
          <Button look="primary" onClick={() => (isMissing ? setAsked(true) : onConfirm(reason.trim()))}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className={styles.details}>
        <p className={styles.soft}>{hint}</p>
        <TextArea
          label={t('reason')}
          required
          value={reason}
          maxLength={2000}
          error={isAsked && isMissing ? t('reasonMissing') : undefined}
          onChange={setReason}
        />
      </div>
    </Dialog>
  )
}
