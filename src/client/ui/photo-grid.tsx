import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icon.tsx'
import styles from './photo-grid.module.css'
import { PhotoView } from './photo-view.tsx'
import { StateMark } from './state-mark.tsx'
import type { StateName } from './states.ts'

export interface GridPhoto {
  readonly key: string
  /** The thumbnail, or undefined while (or because) it is not on this tablet. */
  readonly url?: string | undefined
  /** The large picture, when the thumbnail is not it. */
  readonly fullUrl?: string | undefined
  readonly alt: string
  /** `looking` keeps the room of a state that is not known yet. */
  readonly state?: StateName | 'looking' | undefined
  /** Other words than the state's usual ones. */
  readonly stateWords?: string | undefined
  readonly caption?: ReactNode
}

export interface PhotoGridProps {
  readonly label: string
  readonly photos: readonly GridPhoto[]
  readonly onRemove?: ((key: string) => void) | undefined
  /** Asked for when a photo is opened, so that the owner can make its `fullUrl`. */
  readonly onOpen?: ((key: string) => void) | undefined
  /** Opens a photo to be drawn on; its view closes. */
  readonly onDraw?: ((key: string) => void) | undefined
  /** A last tile: usually FileButtons. */
  readonly add?: ReactNode
}

/** Photos as tiles; a tap shows one large. */
export function PhotoGrid({ label, photos, onRemove, onOpen, onDraw, add }: PhotoGridProps) {
  const { t } = useTranslation('ui')
  const [openKey, setOpenKey] = useState<string | null>(null)
  const open = (key: string | null) => {
    setOpenKey(key)
    if (key !== null) onOpen?.(key)
  }
  return (
    <>
      <ul className={styles.grid} aria-label={label}>
        {photos.map(photo => (
          <li key={photo.key} className={styles.item}>
            <div className={styles.tile}>
              <button
                type="button"
                className={styles.open}
                aria-label={t('photo.open', { alt: photo.alt })}
                onClick={() => open(photo.key)}
              >
                {photo.url === undefined ? (
                  <Icon name="photo" size="l" />
                ) : (
                  <img src={photo.url} alt={photo.alt} className={styles.image} loading="lazy" />
                )}
              </button>
              {onRemove && (
                <span className={styles.remove}>
                  <IconButton
                    icon="trash"
                    look="floating"
                    label={t('photo.remove', { alt: photo.alt })}
                    onClick={() => onRemove(photo.key)}
                  />
                </span>
              )}
            </div>
            {photo.state && (
              <span className={styles.state}>
                {photo.state !== 'looking' && (
                  <StateMark state={photo.state} look="plain">
                    {photo.stateWords}
                  </StateMark>
                )}
              </span>
            )}
            {photo.caption != null && <span className={styles.caption}>{photo.caption}</span>}
          </li>
        ))}
        {add != null && <li className={styles.add}>{add}</li>}
      </ul>
      <PhotoView photos={photos} openKey={openKey} onOpen={open} onDraw={onDraw} />
    </>
  )
}
