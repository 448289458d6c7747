import { responseType } from '../../domain/responses/response-fields.ts'
import { publishedFormType } from '../../domain/qms/published-form-type.ts'
import { formRules } from './form-rules.ts'
import { responseRules } from './response-rules.ts'
import type { ThingRules } from './thing-rules.ts'

const rulesByType: Readonly<Record<string, ThingRules>> = {
  [responseType]: responseRules,
  [publishedFormType]: formRules,
}

/** The rules of a type of thing; undefined for one that this build does not know. */
export const rulesOf = (type: string): ThingRules | undefined =>
  Object.hasOwn(rulesByType, type) ? rulesByType[type] : undefined
