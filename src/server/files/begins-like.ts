import type { AttachmentType } from '../../domain/responses/attachment.ts'
import type { Photo } from '../../domain/responses/photo.ts'
import { sniffImage } from './sniff-image.ts'

type Signature = readonly { readonly at: number; readonly text: string }[]

const zip: Signature = [{ at: 0, text: 'PK\u0003\u0004' }]

/** What files of a kind begin with. DOCX and XLSX are ZIP archives; what is in them nobody here opens. */
const signatures: Readonly<Record<AttachmentType, Signature>> = {
  'audio/webm': [{ at: 0, text: '\u001a\u0045\u00df\u00a3' }],
  'audio/ogg': [{ at: 0, text: 'OggS' }],
  'audio/mp4': [{ at: 4, text: 'ftyp' }],
  'audio/wav': [
    { at: 0, text: 'RIFF' },
    { at: 8, text: 'WAVE' },
  ],
  'application/pdf': [{ at: 0, text: '%PDF-' }],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': zip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': zip,
}

/** Whether bytes that call themselves of a type begin like it. */
export function beginsLike(type: Photo['type'] | AttachmentType, start: Uint8Array): boolean {
  if (type === 'image/jpeg' || type === 'image/png') return sniffImage(start) === type
  return signatures[type].every(({ at, text }) =>
    Buffer.from(text, 'latin1').every((byte, offset) => start[at + offset] === byte),
  )
}
