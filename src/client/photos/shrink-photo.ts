import { err, ok, type Result } from '../../lib/result.ts'
import { photoLimits } from '../../domain/responses/photo.ts'

export interface ShrunkPhoto {
  readonly bytes: ArrayBuffer
  readonly width: number
  readonly height: number
  readonly thumb: ArrayBuffer
}

/** Why a file cannot become a photo; nothing was kept of it. */
export type PhotoProblem = { readonly type: 'notAnImage' } | { readonly type: 'photoTooLarge' }

const qualities = [0.78, 0.68, 0.55, 0.42]

/**
 * Decodes a picture the person chose and draws it anew as JPEG: longest edge 1600 px or less, at most 500 KB, turned
 * the way EXIF says and without EXIF (so without GPS). The bytes of the chosen file are never kept.
 */
export async function shrinkPhoto(
  file: Blob,
  longestEdge: number = photoLimits.longestEdge,
): Promise<Result<ShrunkPhoto, PhotoProblem>> {
  const full = await decode(file)
  if (!full.ok) return full
  const bitmap = full.value
  try {
    const size = fit(bitmap, Math.min(longestEdge, photoLimits.longestEdge))
    for (const quality of qualities) {
      const bytes = await encode(bitmap, size, quality)
      if (bytes.byteLength > photoLimits.bytes) continue
      const thumb = await encode(bitmap, fit(bitmap, photoLimits.thumbEdge), 0.7)
      return ok({ bytes, ...size, thumb })
    }
    return err({ type: 'photoTooLarge' })
  } finally {
    bitmap.close()
  }
}

async function decode(file: Blob): Promise<Result<ImageBitmap, PhotoProblem>> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    return bitmap.width > 0 && bitmap.height > 0 ? ok(bitmap) : err({ type: 'notAnImage' })
  } catch {
    return err({ type: 'notAnImage' })
  }
}

/** Width and height that keep the proportions with the longest edge at most `edge`. */
function fit({ width, height }: ImageBitmap, edge: number): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function encode(
  bitmap: ImageBitmap,
  { width, height }: { width: number; height: number },
  quality: number,
): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no 2d canvas')
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, width, height)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  return blob.arrayBuffer()
}
