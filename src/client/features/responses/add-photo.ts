import { err, type Result } from '../../../lib/result.ts'
import { photoLimits, type Photo } from '../../../domain/responses/photo.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import type { App, SaveProblem } from '../../context/app.ts'
import { sha256Of } from '../../photos/sha256.ts'
import { shrinkPhoto, type PhotoProblem } from '../../photos/shrink-photo.ts'
import { saveFields } from './save-fields.ts'

export type AddPhotoProblem =
  PhotoProblem | { readonly type: 'noRoom' } | { readonly type: 'tooMany' } | SaveProblem

interface Where {
  readonly thing: string
  readonly feed: string
  readonly question: string
  readonly photosSoFar: number
  /** As the question wants it, in pixels. */
  readonly longestEdge?: number | undefined
}

/** Shrinks the picture and saves its bytes, its thumbnail's bytes and the op that names both, together (SY1). */
export async function addPhoto(
  app: App,
  where: Where,
  file: Blob,
): Promise<Result<unknown, AddPhotoProblem>> {
  if (where.photosSoFar >= photoLimits.perQuestion) return err({ type: 'tooMany' })
  if (!(await app.mayAddPhoto())) return err({ type: 'noRoom' })
  const shrunk = await shrinkPhoto(file, where.longestEdge)
  if (!shrunk.ok) return shrunk
  const { bytes, thumb, width, height } = shrunk.value
  const [sha256, thumbSha256] = await Promise.all([sha256Of(bytes), sha256Of(thumb)])
  const photo: Photo = { type: 'image/jpeg', size: bytes.byteLength, width, height, thumb: thumbSha256 }
  return saveFields(
    app,
    where,
    [{ field: responseFields.evidence(where.question, sha256), value: { ...photo } }],
    [
      { sha256: thumbSha256, type: 'image/jpeg', bytes: thumb, isThumb: true },
      { sha256, type: 'image/jpeg', bytes, isThumb: false },
    ],
  )
}
