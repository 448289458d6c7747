import { ok, type Result } from '../../lib/result.ts'
import type { Photo } from '../../domain/responses/photo.ts'
import type { NewFile } from '../../sync/replica/replica-store.ts'
import { sha256Of } from './sha256.ts'
import { shrinkPhoto, type PhotoProblem } from './shrink-photo.ts'

/** A picture ready to be saved: what a field says of it, and the bytes that go with the field (SY1). */
export interface MadePhoto {
  readonly sha256: string
  readonly photo: Photo
  readonly files: readonly NewFile[]
}

/** Shrinks a picture that the person chose; `longestEdge` in pixels where less than usual is wanted. */
export async function makePhoto(file: Blob, longestEdge?: number): Promise<Result<MadePhoto, PhotoProblem>> {
  const shrunk = await shrinkPhoto(file, longestEdge)
  if (!shrunk.ok) return shrunk
  const { bytes, thumb, width, height } = shrunk.value
  const [sha256, thumbSha256] = await Promise.all([sha256Of(bytes), sha256Of(thumb)])
  return ok({
    sha256,
    photo: { type: 'image/jpeg', size: bytes.byteLength, width, height, thumb: thumbSha256 },
    files: [
      { sha256: thumbSha256, type: 'image/jpeg', bytes: thumb, isThumb: true },
      { sha256, type: 'image/jpeg', bytes, isThumb: false },
    ],
  })
}

/** A drawn signature, as the pad gives it. */
export async function makeSignature(png: Blob): Promise<MadePhoto> {
  const bytes = await png.arrayBuffer()
  const { width, height } = await createImageBitmap(png)
  const sha256 = await sha256Of(bytes)
  return {
    sha256,
    photo: { type: 'image/png', size: bytes.byteLength, width, height, thumb: null },
    files: [{ sha256, type: 'image/png', bytes, isThumb: false }],
  }
}
