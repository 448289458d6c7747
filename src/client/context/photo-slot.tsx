import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPhoto, type EvidenceFile } from '../../domain/responses/evidence-file.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { Result } from '../../lib/result.ts'
import type { NewFile } from '../../sync/replica/replica-store.ts'
import { makePhoto } from '../photos/make-photo.ts'
import { Banner } from '../ui/banner.tsx'
import { FileButton } from '../ui/file-button.tsx'
import { PhotoGrid } from '../ui/photo-grid.tsx'
import { Stack } from '../ui/stack.tsx'
import type { DroppedPhoto, EarlierPicture, Saved } from './app.ts'
import { useApp } from './app-context.tsx'
import { EarlierPictureNote } from './earlier-picture-note.tsx'
import styles from './photo-slot.module.css'
import { usePhotoDialogs } from './use-photo-dialogs.tsx'
import { usePhotoUrls } from './use-photo-urls.ts'

interface Props {
  readonly label: string
  /** By SHA-256; what is no photo is passed over. */
  readonly files: Readonly<Record<string, EvidenceFile>>
  readonly mayChange: boolean
  /** Resolves after word and bytes are on the tablet, together (SY1); null takes the photo away. */
  readonly onSave: (
    sha256: string,
    value: JsonValue,
    files: readonly NewFile[],
  ) => Promise<Result<unknown, unknown>>
  /**
   * Puts a picture that was drawn on in the place of the one before, in one save; `drop` when its bytes go too. Left out:
   * photos are not drawn on.
   */
  readonly onReplace?: (
    drawn: { readonly sha256: string; readonly value: JsonValue; readonly files: readonly NewFile[] },
    before: { readonly sha256: string; readonly drop: DroppedPhoto | undefined },
  ) => Promise<Result<Pick<Saved, 'earlier'>, unknown>>
}

/** Photos that stand with something: seen, taken and taken away. Each is saved as soon as it is taken. */
export function PhotoSlot({ label, files, mayChange, onSave, onReplace }: Props) {
  const app = useApp()
  const { t } = useTranslation('responses')
  const [earlier, setEarlier] = useState<EarlierPicture>()
  const [problem, setProblem] = useState<'notAnImage' | 'photoTooLarge' | 'noRoom' | 'failed'>()
  const photos = Object.entries(files).flatMap(([sha256, file]) =>
    isPhoto(file) ? [{ sha256, thumb: file.thumb }] : [],
  )
  const { urls, openFull } = usePhotoUrls(photos)
  const { askRemove, drawOn, dialogs } = usePhotoDialogs({
    thumbOf: sha256 => photos.find(photo => photo.sha256 === sha256)?.thumb ?? null,
    onDrawn: (jpeg, before, isBlurred) => void replace(before, jpeg, isBlurred),
    onRemove: sha256 => void remove(sha256),
  })

  async function add(chosen: readonly File[]): Promise<void> {
    setProblem(undefined)
    for (const file of chosen) {
      if (!(await app.mayAddPhoto())) return setProblem('noRoom')
      const made = await makePhoto(file)
      if (!made.ok) return setProblem(made.error.type)
      const { sha256, photo, files: bytes } = made.value
      const saved = await onSave(sha256, { ...photo }, bytes)
      if (!saved.ok) return setProblem('failed')
    }
  }

  async function replace(before: DroppedPhoto, jpeg: Blob, isBlurred: boolean): Promise<void> {
    setProblem(undefined)
    setEarlier(undefined)
    if (!(await app.mayAddPhoto())) return setProblem('noRoom')
    const made = await makePhoto(jpeg)
    if (!made.ok) return setProblem(made.error.type)
    const { sha256, photo, files: bytes } = made.value
    if (sha256 === before.sha256) return
    const saved = await onReplace?.(
      { sha256, value: { ...photo }, files: bytes },
      { sha256: before.sha256, drop: isBlurred ? before : undefined },
    )
    if (saved?.ok) setEarlier(saved.value.earlier)
    else setProblem('failed')
  }

  async function remove(sha256: string): Promise<void> {
    const saved = await onSave(sha256, null, [])
    if (!saved.ok) setProblem('failed')
  }

  return (
    <Stack gap="s">
      {problem && (
        <Banner tone="danger" announce>
          {t(problem === 'failed' ? 'save.failed' : `photo.${problem}`)}
        </Banner>
      )}
      {photos.length > 0 && (
        <PhotoGrid
          label={label}
          photos={photos.map(({ sha256 }, at) => ({
            key: sha256,
            url: urls.get(sha256)?.thumb,
            fullUrl: urls.get(sha256)?.full,
            alt: t('photo.alt', { number: at + 1, question: label }),
          }))}
          onOpen={key => void openFull(key)}
          onRemove={mayChange ? askRemove : undefined}
          onDraw={mayChange && onReplace ? sha256 => void drawOn(sha256) : undefined}
        />
      )}
      <EarlierPictureNote earlier={earlier} onDismiss={() => setEarlier(undefined)} />
      {mayChange && (
        <div className={styles.add}>
          <FileButton
            label={t('photo.add')}
            icon="camera"
            accept="image/*"
            capture="environment"
            onFiles={chosen => void add(chosen)}
          />
          <FileButton
            label={t('photo.choose')}
            icon="photo"
            accept="image/*"
            multiple
            onFiles={chosen => void add(chosen)}
          />
        </div>
      )}
      {dialogs}
    </Stack>
  )
}
