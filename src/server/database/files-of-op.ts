import { publishedFormType } from '../../domain/qms/published-form-type.ts'
import { publishedFormFields, readPublishedHead } from '../../domain/qms/published-form.ts'
import { isPhoto, readEvidenceFile } from '../../domain/responses/evidence-file.ts'
import { parseResponseField, responseType } from '../../domain/responses/response-fields.ts'
import type { Op } from '../../sync/protocol/op.ts'

/** SHA-256 of the files that an op names: a photo and its thumbnail, an attachment, the pictures of a form. */
export function filesOfOp({ type, field, value }: Op): readonly string[] {
  if (type === publishedFormType) {
    const head = field === publishedFormFields.head ? readPublishedHead(value) : undefined
    return head?.files ?? []
  }
  if (type !== responseType) return []
  const named = parseResponseField(field)
  const file = named?.kind === 'evidence' ? readEvidenceFile(value) : undefined
  if (named?.kind !== 'evidence' || !file) return []
  return isPhoto(file) && file.thumb !== null ? [named.sha256, file.thumb] : [named.sha256]
}
