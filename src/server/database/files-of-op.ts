import { isPhoto, readEvidenceFile } from '../../domain/responses/evidence-file.ts'
import { parseResponseField, responseType } from '../../domain/responses/response-fields.ts'
import type { Op } from '../../sync/protocol/op.ts'

/** SHA-256 of the files that an op names: a photo and its thumbnail, or an attachment. */
export function filesOfOp({ type, field, value }: Op): readonly string[] {
  if (type !== responseType) return []
  const named = parseResponseField(field)
  const file = named?.kind === 'evidence' ? readEvidenceFile(value) : undefined
  if (named?.kind !== 'evidence' || !file) return []
  return isPhoto(file) && file.thumb !== null ? [named.sha256, file.thumb] : [named.sha256]
}
