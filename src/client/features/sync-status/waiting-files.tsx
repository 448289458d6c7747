import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '../../network/sync-runner.ts'
import { usePhotoUrls } from '../../context/use-photo-urls.ts'
import { PhotoGrid, type GridPhoto } from '../../ui/photo-grid.tsx'
import type { WaitingFile, WaitingThing } from './group-waiting.ts'
import type { ThingWords } from './use-thing-words.ts'

interface Props {
  readonly thing: WaitingThing
  readonly words: ThingWords
  readonly status: SyncStatus
}

/** The photos and documents of a thing that wait, each with how far it is or why it does not go. */
export function WaitingFiles({ thing, words, status }: Props) {
  const { t } = useTranslation('sync')
  const { urls, openFull } = usePhotoUrls(thing.files.filter(file => file.isPhoto))
  const stateOf = useFileWords(status)
  const photos: readonly GridPhoto[] = thing.files.map(file => ({
    key: `${file.question} ${file.sha256}`,
    url: urls.get(file.sha256)?.thumb,
    fullUrl: urls.get(file.sha256)?.full,
    alt: t('what.evidence', { question: words.questionOf(thing, file.question) }),
    ...stateOf(file),
  }))
  return (
    <PhotoGrid
      label={t('waiting.showPhotos')}
      photos={photos}
      onOpen={key => void openFull(key.split(' ').at(-1) ?? '')}
    />
  )
}

const knownRefusals = ['tooLarge', 'hashDiffers', 'notAnImage', 'notItsKind', 'bytesMissing'] as const

function useFileWords(status: SyncStatus): (file: WaitingFile) => Pick<GridPhoto, 'state' | 'stateWords'> {
  const { t } = useTranslation('sync')
  const { sending, refusedFiles, waitingForWifi } = status
  return ({ sha256, thumb, unsent }) => {
    const refused = unsent.map(file => refusedFiles.get(file.sha256)).find(why => why !== undefined)
    if (refused !== undefined) {
      const why = knownRefusals.find(known => known === refused) ?? 'unknown'
      return { state: 'failed', stateWords: t(`file.refused.${why}`) }
    }
    if (sending && unsent.some(file => file.sha256 === sending.sha256)) {
      const percent = Math.floor((100 * sending.sent) / Math.max(1, sending.size))
      return {
        state: 'sending',
        stateWords: t(sending.sha256 === thumb ? 'file.sendingThumb' : 'file.sending', { percent }),
      }
    }
    const isThumbThere = thumb !== null && unsent.every(file => file.sha256 !== thumb)
    if (waitingForWifi.has(sha256))
      return { state: 'waiting', stateWords: t(isThumbThere ? 'file.wifiThumbSent' : 'file.wifi') }
    return { state: 'onTablet', stateWords: t(isThumbThere ? 'file.thumbSent' : 'file.waiting') }
  }
}
