import type { JsonValue } from '../../lib/json-value.ts'
import type { Question } from '../forms/form-version.ts'
import { isAudioType, readAttachment, type Attachment } from './attachment.ts'
import { readPhoto, type Photo } from './photo.ts'

/** What stands with an answer, or is it. */
export type EvidenceFile = Photo | Attachment

export const readEvidenceFile = (value: JsonValue | undefined): EvidenceFile | undefined =>
  readPhoto(value) ?? readAttachment(value)

export const isPhoto = (file: EvidenceFile): file is Photo => 'width' in file

/** Whether a question takes a file of this kind: photos everywhere, but for recordings and documents. */
export function takesFile({ type }: Question, file: EvidenceFile): boolean {
  if (type === 'audio') return isAudioType(file.type)
  return type === 'file' || isPhoto(file)
}
