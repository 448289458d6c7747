import { auditFields, auditType } from '../../../domain/audits/audit-fields.ts'
import { photoLimits } from '../../../domain/responses/photo.ts'
import { err, type Result } from '../../../lib/result.ts'
import type { App, DroppedPhoto, Saved, SaveProblem } from '../../context/app.ts'
import { makePhoto } from '../../photos/make-photo.ts'
import type { PhotoProblem } from '../../photos/shrink-photo.ts'

export type EvidenceProblem =
  PhotoProblem | { readonly type: 'noRoom' } | { readonly type: 'tooMany' } | SaveProblem

interface Where {
  readonly thing: string
  readonly feed: string
  /** The check, or the finding's slot. */
  readonly slot: string
  /** Photos there are already. */
  readonly count: number
  /** The photo whose place the new one takes; its bytes go too if it was blurred. */
  readonly insteadOf?: (DroppedPhoto & { readonly isBlurred: boolean }) | undefined
}

/** Shrinks the picture and saves its bytes, its thumbnail's bytes and the op that names both, together (SY1). */
export async function addEvidence(
  app: Pick<App, 'save' | 'mayAddPhoto'>,
  { thing, feed, slot, count, insteadOf }: Where,
  file: Blob,
): Promise<Result<Pick<Saved, 'earlier'>, EvidenceProblem>> {
  if (insteadOf === undefined && count >= photoLimits.perQuestion) return err({ type: 'tooMany' })
  if (!(await app.mayAddPhoto())) return err({ type: 'noRoom' })
  const made = await makePhoto(file)
  if (!made.ok) return made
  const { sha256, photo, files } = made.value
  const changes = [{ field: auditFields.evidence(slot, sha256), value: { ...photo } }]
  const gone = insteadOf && insteadOf.sha256 !== sha256 ? [auditFields.evidence(slot, insteadOf.sha256)] : []
  return app.save(
    [...changes, ...gone.map(field => ({ field, value: null }))].map(change => ({
      feed,
      type: auditType,
      thing,
      ...change,
    })),
    files,
    insteadOf?.isBlurred === true && gone.length > 0 ? insteadOf : undefined,
  )
}
