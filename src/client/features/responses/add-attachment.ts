import { err, type Result } from '../../../lib/result.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import type { App, SaveProblem } from '../../context/app.ts'
import { makeAttachment, type AttachmentProblem } from '../../photos/make-attachment.ts'
import type { AttachmentView } from './question-view.ts'
import { saveFields } from './save-fields.ts'

export type AddAttachmentProblem = AttachmentProblem | { readonly type: 'noRoom' } | SaveProblem

interface Where {
  readonly thing: string
  readonly feed: string
  readonly question: string
  /** What the new file takes the place of. */
  readonly before: readonly AttachmentView[]
}

/** Saves the bytes of a recording or document and the op that names it, together (SY1). */
export async function addAttachment(
  app: App,
  where: Where,
  file: Blob & { readonly name?: string },
): Promise<Result<unknown, AddAttachmentProblem>> {
  const made = await makeAttachment(file)
  if (!made.ok) return made
  if (!(await app.mayAddPhoto())) return err({ type: 'noRoom' })
  const { sha256, attachment, files } = made.value
  const field = (hash: string) => responseFields.evidence(where.question, hash)
  const replaced = where.before.filter(old => old.sha256 !== sha256)
  return saveFields(
    app,
    where,
    [
      ...replaced.map(old => ({ field: field(old.sha256), value: null })),
      { field: field(sha256), value: { ...attachment } },
    ],
    files,
  )
}
