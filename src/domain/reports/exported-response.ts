import { safePath } from '../../lib/zip/safe-path.ts'
import type { CompiledForm } from '../forms/compile-form.ts'
import { splitKey } from '../forms/row.ts'
import type { Unit } from '../people/unit.ts'
import { attachmentEndings, isAttachmentType, type AttachmentType } from '../responses/attachment.ts'
import type { Photo } from '../responses/photo.ts'
import type { Response } from '../responses/response.ts'

/** A response and where it comes from. */
export interface ExportedResponse {
  readonly id: string
  readonly response: Response
  /** The version that it was filled in; undefined when there is no such one. */
  readonly form: CompiledForm | undefined
  readonly unit: Unit
  readonly district: Unit | undefined
  /** When it was begun, as the tablet recorded it; milliseconds since 1970. */
  readonly startedAt: number | null
}

/** A file that belongs to an answer, and its path in a zip: `unit/question/<hash>.jpg`, `….pdf`, `….webm`. */
export interface ExportedFile {
  readonly key: string
  readonly path: string
  readonly sha256: string
}

/** The same file of the same question has the same path everywhere, so that tables and zips of other days agree. */
export function listExportedFiles(
  { unit, form, response }: ExportedResponse,
  filesByKey: Readonly<Record<string, readonly string[]>>,
): readonly ExportedFile[] {
  return Object.entries(filesByKey).flatMap(([key, sha256s]) => {
    const { id } = splitKey(key)
    const name = form?.places.byId.get(id)?.name ?? id
    return sha256s.map(sha256 => {
      const ending = endingOf(response.evidence[key]?.[sha256]?.type)
      const folder = `${unit.code} ${unit.fullName}`.replaceAll('/', '_')
      return { key, sha256, path: safePath(`${folder}/${name}/${sha256.slice(0, 16)}.${ending}`) }
    })
  })
}

function endingOf(type: Photo['type'] | AttachmentType | undefined): string {
  if (isAttachmentType(type)) return attachmentEndings[type]
  return type === 'image/png' ? 'png' : 'jpg'
}
