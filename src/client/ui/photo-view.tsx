import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { IconButton } from './icon-button.tsx'
import type { GridPhoto } from './photo-grid.tsx'
import styles from './photo-view.module.css'
import { StateMark } from './state-mark.tsx'

interface PhotoViewProps {
  readonly photos: readonly GridPhoto[]
  readonly openKey: string | null
  readonly onOpen: (key: string | null) => void
  readonly onDraw?: ((key: string) => void) | undefined
}

/** One photo large, with its neighbours a tap away. */
export function PhotoView({ photos, openKey, onOpen, onDraw }: PhotoViewProps) {
  const { t } = useTranslation('ui')
  const at = photos.findIndex(photo => photo.key === openKey)
  const photo = photos[at]
  if (!photo) return null
  const url = photo.fullUrl ?? photo.url
  const [before, after] = [photos[at - 1], photos[at + 1]]
  return (
    <Dialog
      open
      width="wide"
      title={photo.alt}
      onClose={() => onOpen(null)}
      actions={
        onDraw &&
        url !== undefined && (
          <Button
            icon="squiggle"
            onClick={() => {
              onOpen(null)
              onDraw(photo.key)
            }}
          >
            {t('draw.title')}
          </Button>
        )
      }
    >
      <div className={styles.stage}>
        {url === undefined ? (
          <p className={styles.none}>{t('photo.unavailable')}</p>
        ) : (
          <img src={url} alt={photo.alt} className={styles.image} />
        )}
      </div>
      <div className={styles.foot}>
        <IconButton
          icon="chevronLeft"
          label={t('photo.previous')}
          disabled={!before}
          onClick={() => before && onOpen(before.key)}
        />
        <span className={styles.words}>
          {photo.state && photo.state !== 'looking' && (
            <StateMark state={photo.state}>{photo.stateWords}</StateMark>
          )}
          <span className={styles.position}>{t('photo.position', { at: at + 1, total: photos.length })}</span>
        </span>
        <IconButton
          icon="chevronRight"
          label={t('photo.next')}
          disabled={!after}
          onClick={() => after && onOpen(after.key)}
        />
      </div>
    </Dialog>
  )
}
