import { useTranslation } from 'react-i18next'
import { useApp } from '../../../context/app-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Stack } from '../../../ui/stack.tsx'
import { CopyField } from './copy-field.tsx'
import styles from './open-data.module.css'

/** The one time that a token is seen: a stray tap does not close it. */
export function MadeToken({ token, onClose }: { readonly token: string; readonly onClose: () => void }) {
  const app = useApp()
  const { t } = useTranslation('openData')
  return (
    <Dialog
      open
      mustAnswer
      title={t('madeTitle')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <Stack>
        <p>{t('madeWords')}</p>
        <p className={styles.words}>
          <span className={styles.soft}>{t('username')}</span>
          <span className={styles.name}>{app.person.username}</span>
        </p>
        <CopyField label={t('token')} value={token} copy={t('copyToken')} />
      </Stack>
    </Dialog>
  )
}
