import { err, ok, type Result } from '../../lib/result.ts'
import {
  attachmentEndings,
  attachmentLimits,
  isAttachmentType,
  type Attachment,
  type AttachmentType,
} from '../../domain/responses/attachment.ts'
import { beginsLike } from '../../domain/responses/begins-like.ts'
import type { NewFile } from '../../sync/replica/replica-store.ts'
import { sha256Of } from './sha256.ts'

/** Why a file cannot be attached; nothing was kept of it. */
export type AttachmentProblem = { readonly type: 'notTaken' | 'fileTooLarge' | 'fileEmpty' }

/** A file ready to be saved: what a field says of it, and the bytes that go with the field (SY1). */
export interface MadeAttachment {
  readonly sha256: string
  readonly attachment: Attachment
  readonly files: readonly NewFile[]
}

/** Reads a recording or document that the person chose. */
export async function makeAttachment(
  file: Blob & { readonly name?: string },
): Promise<Result<MadeAttachment, AttachmentProblem>> {
  const type = attachmentTypeOf(file)
  if (!type) return err({ type: 'notTaken' })
  if (file.size === 0) return err({ type: 'fileEmpty' })
  if (file.size > attachmentLimits.bytes) return err({ type: 'fileTooLarge' })
  const bytes = await file.arrayBuffer()
  // What only has the name would be kept here, and never be taken by the server.
  if (!beginsLike(type, new Uint8Array(bytes))) return err({ type: 'notTaken' })
  const sha256 = await sha256Of(bytes)
  const name = file.name?.slice(-attachmentLimits.name) ?? null
  return ok({
    sha256,
    attachment: { type, size: bytes.byteLength, name },
    files: [{ sha256, type, bytes, isThumb: false }],
  })
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
