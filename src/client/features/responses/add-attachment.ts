import { err, type Result } from '../../../lib/result.ts'
import {
  attachmentEndings,
  attachmentLimits,
  isAttachmentType,
  type Attachment,
  type AttachmentType,
} from '../../../domain/responses/attachment.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import type { App, SaveProblem } from '../../context/app.ts'
import { sha256Of } from '../../photos/sha256.ts'
import type { AttachmentView } from './question-view.ts'
import { saveFields } from './save-fields.ts'

export type AddAttachmentProblem =
  { readonly type: 'notTaken' | 'fileTooLarge' | 'fileEmpty' | 'noRoom' } | SaveProblem

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
  const type = attachmentTypeOf(file)
  if (!type) return err({ type: 'notTaken' })
  if (file.size === 0) return err({ type: 'fileEmpty' })
  if (file.size > attachmentLimits.bytes) return err({ type: 'fileTooLarge' })
  if (!(await app.mayAddPhoto())) return err({ type: 'noRoom' })
  const bytes = await file.arrayBuffer()
  const sha256 = await sha256Of(bytes)
  const name = file.name?.slice(-attachmentLimits.name) ?? null
  const attachment: Attachment = { type, size: bytes.byteLength, name }
  const field = (hash: string) => responseFields.evidence(where.question, hash)
  const replaced = where.before.filter(old => old.sha256 !== sha256)
  return saveFields(
    app,
    where,
    [
      ...replaced.map(old => ({ field: field(old.sha256), value: null })),
      { field: field(sha256), value: { ...attachment } },
    ],
    [{ sha256, type, bytes, isThumb: false }],
  )
}

/** Other names that browsers have for what we take. */
const aliases: Readonly<Record<string, AttachmentType>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/aac': 'audio/mp4',
  'audio/mp3': 'audio/mpeg',
  'audio/wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'video/webm': 'audio/webm',
}

/** What a file is by its type, or by the ending of its name where the device knows no type. */
export function attachmentTypeOf(file: {
  readonly type: string
  readonly name?: string
}): AttachmentType | undefined {
  const type = file.type.split(';')[0]?.trim() ?? ''
  if (isAttachmentType(type)) return type
  if (aliases[type]) return aliases[type]
  const ending = file.name?.toLowerCase().split('.').at(-1)
  const known = Object.entries(attachmentEndings).find(([, own]) => own === ending)?.[0]
  return isAttachmentType(known) ? known : undefined
}
