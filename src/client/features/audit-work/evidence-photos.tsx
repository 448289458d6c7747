import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditFields, auditType } from '../../../domain/audits/audit-fields.ts'
import { isPhoto, type EvidenceFile } from '../../../domain/responses/evidence-file.ts'
import { photoLimits } from '../../../domain/responses/photo.ts'
import type { DroppedPhoto, EarlierPicture } from '../../context/app.ts'
import { useApp } from '../../context/app-context.tsx'
import { EarlierPictureNote } from '../../context/earlier-picture-note.tsx'
import { usePhotoDialogs } from '../../context/use-photo-dialogs.tsx'
import { usePhotoStates } from '../../context/use-photo-states.ts'
import { usePhotoUrls } from '../../context/use-photo-urls.ts'
import { Banner } from '../../ui/banner.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { PhotoGrid } from '../../ui/photo-grid.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { addEvidence, type EvidenceProblem } from './add-evidence.ts'
import styles from './audit-work.module.css'
import { useOpenFieldwork } from './fieldwork-context.tsx'
import { usePhotoProblem } from './use-photo-problem.ts'
import { WhereMark } from './where-mark.tsx'

interface Props {
  /** The check, or the finding's slot. */
  readonly slot: string
  readonly photos: Readonly<Record<string, EvidenceFile>>
  /** What they show, in words. */
  readonly label: string
  readonly mayChange: boolean
  /** Opens the fields for words, where they are closed. */
  readonly onMore?: (() => void) | undefined
}

/** Photos of a check or a finding: taken, drawn on, blurred, taken away. */
export const EvidencePhotos = memo(function EvidencePhotos({
  slot,
  photos: stored,
  label,
  mayChange,
  onMore,
}: Props) {
  const app = useApp()
  const { thing, feed } = useOpenFieldwork()
  const { t } = useTranslation(['responses', 'auditWork'])
  const problemText = usePhotoProblem()
  const [problem, setProblem] = useState<EvidenceProblem>()
  const [working, setWorking] = useState(0)
  const [earlier, setEarlier] = useState<EarlierPicture>()
  const photos = Object.entries(stored).flatMap(([sha256, photo]) =>
    isPhoto(photo) ? [{ sha256, photo }] : [],
  )
  const { urls, openFull } = usePhotoUrls(photos.map(({ sha256, photo }) => ({ sha256, thumb: photo.thumb })))
  const stateOf = usePhotoStates(photos)
  const { askRemove, drawOn, dialogs } = usePhotoDialogs({
    thumbOf: sha256 => photos.find(one => one.sha256 === sha256)?.photo.thumb ?? null,
    onDrawn: (jpeg, before, isBlurred) => void add([jpeg], { ...before, isBlurred }),
    onRemove: remove,
  })

  async function add(
    files: readonly Blob[],
    insteadOf?: DroppedPhoto & { readonly isBlurred: boolean },
  ): Promise<void> {
    setProblem(undefined)
    setEarlier(undefined)
    let count = photos.length
    for (const file of files) {
      setWorking(n => n + 1)
      const added = await addEvidence(app, { thing, feed, slot, count, insteadOf }, file)
      setWorking(n => n - 1)
      if (!added.ok) {
        setProblem(added.error)
        return
      }
      setEarlier(added.value.earlier)
      count++
    }
  }

  function remove(sha256: string): void {
    const field = auditFields.evidence(slot, sha256)
    void app.save([{ feed, type: auditType, thing, field, value: null }])
  }

  const shown = photos.map(({ sha256 }, at) => ({
    key: sha256,
    url: urls.get(sha256)?.thumb,
    fullUrl: urls.get(sha256)?.full,
    alt: t('photo.alt', { number: at + 1, question: label }),
    ...stateOf(sha256),
  }))
  const isBusy = working > 0
  return (
    <div className={styles.photos}>
      {shown.length > 0 && (
        <PhotoGrid
          label={label}
          photos={shown}
          onOpen={key => void openFull(key)}
          onRemove={mayChange ? askRemove : undefined}
          onDraw={mayChange ? sha256 => void drawOn(sha256) : undefined}
        />
      )}
      {problem && (
        <Banner tone="danger" announce onDismiss={() => setProblem(undefined)}>
          {problemText(problem)}
        </Banner>
      )}
      <EarlierPictureNote earlier={earlier} onDismiss={() => setEarlier(undefined)} />
      <div className={styles.foot}>
        {mayChange && photos.length < photoLimits.perQuestion && (
          <>
            <FileButton
              label={t('photo.add')}
              icon="camera"
              look="icon"
              accept="image/*"
              capture="environment"
              disabled={isBusy}
              onFiles={files => void add(files)}
            />
            <FileButton
              label={t('photo.choose')}
              icon="photo"
              look="icon"
              accept="image/*"
              multiple
              disabled={isBusy}
              onFiles={files => void add(files)}
            />
          </>
        )}
        {onMore && <IconButton icon="pencil" label={t('auditWork:more')} onClick={onMore} />}
        {isBusy && (
          <output>
            <Spinner /> {t('photo.working')}
          </output>
        )}
        <WhereMark topic={slot} />
      </div>
      {dialogs}
    </div>
  )
})
