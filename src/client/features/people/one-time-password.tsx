import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/stack.tsx'
import styles from './people.module.css'

interface Props {
  readonly name: string
  readonly username: string
  readonly password: string
  readonly onClose: () => void
}

/** The one time that a password is seen: a stray tap does not close it. */
export function OneTimePassword({ name, username, password, onClose }: Props) {
  const { t } = useTranslation('admin')
  return (
    <Dialog
      open
      mustAnswer
      title={t('once.title', { name })}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('once.done')}
        </Button>
      }
    >
      <Stack>
        <p>{t('once.words')}</p>
        <p>
          {t('people.username')}: <strong className={styles.secret}>{username}</strong>
        </p>
        <p>
          {t('once.password')}: <strong className={styles.secret}>{password}</strong>
        </p>
      </Stack>
    </Dialog>
  )
}
