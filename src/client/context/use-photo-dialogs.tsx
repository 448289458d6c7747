import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DroppedPhoto } from './app.ts'
import { useApp } from './app-context.tsx'
import { RemovePhotoDialog } from './remove-photo-dialog.tsx'

const DrawOnPhoto = lazy(async () => ({ default: (await import('../ui/draw-on-photo.tsx')).DrawOnPhoto }))

interface Given {
  /** The thumbnail of a photo, by the photo's hash. */
  readonly thumbOf: (sha256: string) => string | null
  /** A picture that was drawn on or blurred comes in the place of the one before. */
  readonly onDrawn: (jpeg: Blob, before: DroppedPhoto, isBlurred: boolean) => void
  readonly onRemove: (sha256: string) => void
}

/** What is asked before a photo is taken away, and where one is drawn on; both stand wherever the photos do. */
export function usePhotoDialogs({ thumbOf, onDrawn, onRemove }: Given): {
  readonly askRemove: (sha256: string) => void
  readonly drawOn: (sha256: string) => Promise<void>
  readonly dialogs: ReactNode
} {
  const app = useApp()
  const { t } = useTranslation('responses')
  const [removing, setRemoving] = useState<string>()
  const [drawing, setDrawing] = useState<{ readonly image: Blob; readonly before: DroppedPhoto }>()

  async function drawOn(sha256: string): Promise<void> {
    const image = await app.readFile(sha256)
    if (image) setDrawing({ image, before: { sha256, thumb: thumbOf(sha256) } })
  }

  const dialogs = (
    <>
      {drawing && (
        <Suspense>
          <DrawOnPhoto
            image={drawing.image}
            title={t('photo.draw')}
            onDone={(jpeg, isBlurred) => {
              onDrawn(jpeg, drawing.before, isBlurred)
              setDrawing(undefined)
            }}
            onClose={() => setDrawing(undefined)}
          />
        </Suspense>
      )}
      {removing !== undefined && (
        <RemovePhotoDialog sha256={removing} onRemove={onRemove} onClose={() => setRemoving(undefined)} />
      )}
    </>
  )
  return { askRemove: setRemoving, drawOn, dialogs }
}
