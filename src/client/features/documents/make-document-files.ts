import { isAudioType } from '../../../domain/responses/attachment.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import { makeAttachment, type AttachmentProblem, type MadeAttachment } from '../../photos/make-attachment.ts'

/** Why none of the chosen files was taken, and which one it is about. */
export interface DocumentFileProblem {
  readonly type: AttachmentProblem['type']
  readonly name: string
}

/** Reads the chosen files, all or none: what cannot be taken is told before anything is kept of the others. */
export async function makeDocumentFiles(
  chosen: readonly (Blob & { readonly name: string })[],
): Promise<Result<readonly MadeAttachment[], DocumentFileProblem>> {
  const made: MadeAttachment[] = []
  for (const file of chosen) {
    const one = await makeAttachment(file)
    if (!one.ok) return err({ type: one.error.type, name: file.name })
    if (isAudioType(one.value.attachment.type)) return err({ type: 'notTaken', name: file.name })
    made.push(one.value)
  }
  return ok(made)
}
