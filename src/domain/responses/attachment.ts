import type { JsonValue } from '../../lib/json-value.ts'

/** What may be attached besides photos, by MIME type, with the ending its name usually has. */
export const attachmentEndings = {
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const

export type AttachmentType = keyof typeof attachmentEndings

/** What a response says of a recording or document; the bytes travel apart, by their SHA-256 (SY12). */
export interface Attachment {
  readonly type: AttachmentType
  /** Bytes. */
  readonly size: number
  /** As the person's device calls it; null for what was recorded here. */
  readonly name: string | null
}

/** The most bytes an attachment may have, and the longest name kept. */
export const attachmentLimits = { bytes: 10 * 1024 * 1024, name: 200 } as const

export const isAttachmentType = (type: unknown): type is AttachmentType =>
  typeof type === 'string' && Object.hasOwn(attachmentEndings, type)

export const isAudioType = (type: string): boolean => type.startsWith('audio/')

/** Reads an `evidence` field's value; undefined when it is no attachment (or was removed). */
export function readAttachment(value: JsonValue | undefined): Attachment | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { type, size, name } = value as Record<string, JsonValue>
  if (!isAttachmentType(type) || typeof size !== 'number' || !Number.isSafeInteger(size)) return undefined
  if (size <= 0 || size > attachmentLimits.bytes) return undefined
  if (name === null) return { type, size, name }
  return typeof name === 'string' && name.length <= attachmentLimits.name ? { type, size, name } : undefined
}
