import { err, type Result } from '../../../lib/result.ts'
import { photoLimits } from '../../../domain/responses/photo.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import type { App, SaveProblem } from '../../context/app.ts'
import { makePhoto } from '../../photos/make-photo.ts'
import type { PhotoProblem } from '../../photos/shrink-photo.ts'
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
  const made = await makePhoto(file, where.longestEdge)
  if (!made.ok) return made
  const { sha256, photo, files } = made.value
  return saveFields(
    app,
    where,
    [{ field: responseFields.evidence(where.question, sha256), value: { ...photo } }],
    files,
  )
}
