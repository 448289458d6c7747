import { isPhoto, readEvidenceFile } from '../../domain/responses/evidence-file.ts'
import { parseResponseField } from '../../domain/responses/response-fields.ts'
import type { Row } from '../../sync/replica/row.ts'

/** SHA-256 of the files that fields of a response name: photos, their thumbnails and attachments. */
export function filesOfRows(rows: readonly Pick<Row, 'field' | 'value'>[]): readonly string[] {
  const files = new Set<string>()
  for (const { field, value } of rows) {
    const named = field.startsWith('evidence/') ? parseResponseField(field) : undefined
    const file = named?.kind === 'evidence' ? readEvidenceFile(value) : undefined
    if (named?.kind !== 'evidence' || !file) continue
    files.add(named.sha256)
    if (isPhoto(file) && file.thumb !== null) files.add(file.thumb)
  }
  return [...files]
}
