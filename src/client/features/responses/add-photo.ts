import { err, type Result } from '../../../lib/result.ts'
import { photoLimits } from '../../../domain/responses/photo.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import type { App, DroppedPhoto, Saved, SaveProblem } from '../../context/app.ts'
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
  /** The photo whose place the new one takes; its bytes go too if it was blurred. */
  readonly insteadOf?: (DroppedPhoto & { readonly isBlurred: boolean }) | undefined
  /** As the question wants it, in pixels. */
  readonly longestEdge?: number | undefined
}

/** Shrinks the picture and saves its bytes, its thumbnail's bytes and the op that names both, together (SY1). */
export async function addPhoto(
  app: App,
  where: Where,
  file: Blob,
): Promise<Result<Pick<Saved, 'earlier'>, AddPhotoProblem>> {
  if (where.photosSoFar >= photoLimits.perQuestion) return err({ type: 'tooMany' })
  if (!(await app.mayAddPhoto())) return err({ type: 'noRoom' })
  const made = await makePhoto(file, where.longestEdge)
  if (!made.ok) return made
  const { sha256, photo, files } = made.value
  const { question, insteadOf } = where
  const isReplaced = insteadOf !== undefined && insteadOf.sha256 !== sha256
  return saveFields(
    app,
    where,
    [
      { field: responseFields.evidence(question, sha256), value: { ...photo } },
      ...(isReplaced ? [{ field: responseFields.evidence(question, insteadOf.sha256), value: null }] : []),
    ],
    files,
    isReplaced && insteadOf.isBlurred ? insteadOf : undefined,
  )
}
