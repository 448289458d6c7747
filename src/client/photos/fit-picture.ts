import { err, ok, type Result } from '../../lib/result.ts'
import { sniffImage } from '../../lib/sniff-image.ts'
import { photoLimits } from '../../domain/responses/photo.ts'
import { shrinkPhoto, type PhotoProblem } from './shrink-photo.ts'

export interface FittedPicture {
  readonly type: 'image/jpeg' | 'image/png'
  readonly bytes: ArrayBuffer
}

/**
 * A picture as a form takes it: JPEG or PNG of at most 500 KB and 1600 px, kept as it is when it is so already (a
 * drawing on transparent ground), else drawn anew as JPEG.
 */
export async function fitPicture(file: Blob): Promise<Result<FittedPicture, PhotoProblem>> {
  const bytes = await file.arrayBuffer()
  const type = sniffImage(new Uint8Array(bytes))
  const size = await measure(file)
  if (!type || !size) return err({ type: 'notAnImage' })
  const edge = Math.max(size.width, size.height)
  if (bytes.byteLength <= photoLimits.bytes && edge <= photoLimits.longestEdge) return ok({ type, bytes })
  const shrunk = await shrinkPhoto(file)
  return shrunk.ok ? ok({ type: 'image/jpeg', bytes: shrunk.value.bytes }) : shrunk
}

/** Undefined when it cannot be decoded: half a picture, or none. */
async function measure(file: Blob): Promise<{ width: number; height: number } | undefined> {
  try {
    const bitmap = await createImageBitmap(file)
    const { width, height } = bitmap
    bitmap.close()
    return { width, height }
  } catch {
    return undefined
  }
}
