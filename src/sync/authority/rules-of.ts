import { auditType } from '../../domain/audits/audit-fields.ts'
import { auditYearType } from '../../domain/audits/audit-year.ts'
import { findingType } from '../../domain/audits/finding-fields.ts'
import { reportType } from '../../domain/audits/report-fields.ts'
import { responseType } from '../../domain/responses/response-fields.ts'
import { declarationType } from '../../domain/qms/declaration.ts'
import { documentType } from '../../domain/qms/document-fields.ts'
import { managementReviewType } from '../../domain/qms/management-review.ts'
import { programmeType } from '../../domain/qms/programme.ts'
import { settingsType } from '../../domain/qms/settings.ts'
import { roadType } from '../../domain/qms/road-fields.ts'
import { trainingType } from '../../domain/qms/training-fields.ts'
import { publishedFormType } from '../../domain/qms/published-form-type.ts'
import { settlementTypes } from '../protocol/held-settlement.ts'
import { auditRules } from './audit-rules.ts'
import { auditYearRules } from './audit-year-rules.ts'
import { declarationRules } from './declaration-rules.ts'
import { documentRules } from './document-rules.ts'
import { findingRules } from './finding-rules.ts'
import { formRules } from './form-rules.ts'
import { heldAuditWorkRules, heldWorkRules } from './held-work-rules.ts'
import { managementReviewRules } from './management-review-rules.ts'
import { programmeRules } from './programme-rules.ts'
import { reportRules } from './report-rules.ts'
import { responseRules } from './response-rules.ts'
import { settingsRules } from './settings-rules.ts'
import { roadRules } from './road-rules.ts'
import { trainingRules } from './training-rules.ts'
import type { ThingRules } from './thing-rules.ts'

const rulesByType: Readonly<Record<string, ThingRules>> = {
  [responseType]: responseRules,
  [publishedFormType]: formRules,
  [auditType]: auditRules,
  [auditYearType]: auditYearRules,
  [reportType]: reportRules,
  [findingType]: findingRules,
  [documentType]: documentRules,
  [roadType]: roadRules,
  [trainingType]: trainingRules,
  [settingsType]: settingsRules,
  [programmeType]: programmeRules,
  [managementReviewType]: managementReviewRules,
  [declarationType]: declarationRules,
  [settlementTypes.unit]: heldWorkRules,
  [settlementTypes.audit]: heldAuditWorkRules,
}

export const typesWithRules: readonly string[] = Object.keys(rulesByType)

/** The rules of a type of thing; undefined for one that this build does not know. */
export const rulesOf = (type: string): ThingRules | undefined =>
  Object.hasOwn(rulesByType, type) ? rulesByType[type] : undefined
