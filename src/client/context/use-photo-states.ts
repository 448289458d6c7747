import { useTranslation } from 'react-i18next'
import { whereFileIs } from '../../sync/replica/whereabouts.ts'
import { useBackup } from './use-backup.ts'
import { useFileFacts } from './use-file-facts.ts'
import type { GridPhoto } from '../ui/photo-grid.tsx'
import type { Photo } from '../../domain/responses/photo.ts'

interface NamedPhoto {
  readonly sha256: string
  readonly photo: Photo
}

type PhotoState = Pick<GridPhoto, 'state' | 'stateWords'>

/** Where each photo is: its full size, and while that has not left its tablet, its thumbnail; `looking` until known. */
export function usePhotoStates(photos: readonly NamedPhoto[]): (sha256: string) => PhotoState {
  const { t } = useTranslation(['responses', 'ui'])
  const files = photos.flatMap(({ sha256, photo }) => (photo.thumb ? [sha256, photo.thumb] : [sha256]))
  const facts = useFileFacts(files)
  const view = useBackup(files.length > 0)
  const thumbs = new Map(photos.map(({ sha256, photo }) => [sha256, photo.thumb]))
  return sha256 => {
    const full = facts?.get(sha256)
    if (full === undefined || !facts || !view) return { state: 'looking' }
    const where = whereFileIs(full, view)
    const thumb = facts.get(thumbs.get(sha256) ?? '')
    // Without its bytes here the tablet cannot tell whether the full size has left the one that took it.
    if (where === undefined)
      return thumb
        ? { state: 'atServer', stateWords: t('photo.thumbAtServer') }
        : { state: 'waiting', stateWords: t('photo.elsewhere') }
    if (where === 'onTablet' && thumb && !thumb.isOnlyHere)
      return { state: 'onTablet', stateWords: t('photo.thumbSent') }
    const isBare = where === 'atServer' && !view.backup
    return { state: where, stateWords: isBare ? t('ui:state.atServerOnly') : t(`ui:state.${where}`) }
  }
}
