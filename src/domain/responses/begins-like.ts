import { sniffImage } from '../../lib/sniff-image.ts'
import type { AttachmentType } from './attachment.ts'
import type { Photo } from './photo.ts'

type Signature = readonly { readonly at: number; readonly text: string }[]

const zip: readonly Signature[] = [[{ at: 0, text: 'PK\u0003\u0004' }]]

/** What files of a kind may begin with. DOCX and XLSX are ZIP archives; what is in them nobody here opens. */
const signatures: Readonly<Record<AttachmentType, readonly Signature[]>> = {
  'audio/webm': [[{ at: 0, text: '\u001a\u0045\u00df\u00a3' }]],
  'audio/ogg': [[{ at: 0, text: 'OggS' }]],
  'audio/mp4': [[{ at: 4, text: 'ftyp' }]],
  // With a title before the sound, or a frame of MPEG-1 or MPEG-2 layer III at once.
  'audio/mpeg': [
    [{ at: 0, text: 'ID3' }],
    ...['\u00fb', '\u00fa', '\u00f3', '\u00f2'].map(second => [{ at: 0, text: `\u00ff${second}` }]),
  ],
  'audio/wav': [
    [
      { at: 0, text: 'RIFF' },
      { at: 8, text: 'WAVE' },
    ],
  ],
  'application/pdf': [[{ at: 0, text: '%PDF-' }]],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': zip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': zip,
}

/** Whether bytes that call themselves of a type begin like it. The tablet asks before it keeps them, the server again. */
export function beginsLike(type: Photo['type'] | AttachmentType, start: Uint8Array): boolean {
  if (type === 'image/jpeg' || type === 'image/png') return sniffImage(start) === type
  return signatures[type].some(signature =>
    signature.every(({ at, text }) =>
      Array.from(text, sign => sign.charCodeAt(0)).every((byte, offset) => start[at + offset] === byte),
    ),
  )
}
