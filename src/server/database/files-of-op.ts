import { declarationType, parseDeclarationField } from '../../domain/qms/declaration.ts'
import { documentType, parseDocumentField } from '../../domain/qms/document-fields.ts'
import { managementReviewType, parseReviewField } from '../../domain/qms/management-review.ts'
import { parseRoadField, roadType } from '../../domain/qms/road-fields.ts'
import { parseTrainingField, trainingType } from '../../domain/qms/training-fields.ts'
import { publishedFormType } from '../../domain/qms/published-form-type.ts'
import { publishedFormFields, readPublishedHead } from '../../domain/qms/published-form.ts'
import { auditType, parseAuditField } from '../../domain/audits/audit-fields.ts'
import { findingType, parseFindingField } from '../../domain/audits/finding-fields.ts'
import { parseReportField, reportType } from '../../domain/audits/report-fields.ts'
import { isPhoto, readEvidenceFile } from '../../domain/responses/evidence-file.ts'
import { parseResponseField, responseType } from '../../domain/responses/response-fields.ts'
import type { Op } from '../../sync/protocol/op.ts'

/** SHA-256 of the files that an op names: a photo and its thumbnail, an attachment, the pictures of a form. */
export function filesOfOp({ type, field, value }: Op): readonly string[] {
  if (type === publishedFormType) {
    const head = field === publishedFormFields.head ? readPublishedHead(value) : undefined
    return head?.files ?? []
  }
  const named = Object.hasOwn(fieldReaders, type) ? fieldReaders[type]?.(field) : undefined
  if (named?.kind !== 'evidence' || named.sha256 === undefined) return []
  const file = readEvidenceFile(value)
  if (!file) return []
  return isPhoto(file) && file.thumb !== null ? [named.sha256, file.thumb] : [named.sha256]
}

type FieldReader = (field: string) => { readonly kind: string; readonly sha256?: string } | undefined

/** Types whose fields of kind `evidence` name files. */
const fieldReaders: Readonly<Record<string, FieldReader>> = {
  [responseType]: parseResponseField,
  [auditType]: parseAuditField,
  [findingType]: parseFindingField,
  [reportType]: parseReportField,
  [documentType]: parseDocumentField,
  [roadType]: parseRoadField,
  [trainingType]: parseTrainingField,
  [managementReviewType]: parseReviewField,
  [declarationType]: parseDeclarationField,
}
