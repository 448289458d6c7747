import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

interface Props {
  /** The photo, by its hash. */
  readonly sha256: string
  readonly onRemove: (sha256: string) => void
  readonly onClose: () => void
}

/** Asks before a photo is taken away. */
export function RemovePhotoDialog({ sha256, onRemove, onClose }: Props) {
  const { t } = useTranslation('responses')
  return (
    <ConfirmDialog
      open
      title={t('photo.removeAsk')}
      confirm={t('photo.remove')}
      look="danger"
      onConfirm={() => {
        onClose()
        onRemove(sha256)
      }}
      onCancel={onClose}
    />
  )
}
