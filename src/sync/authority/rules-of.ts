import { responseType } from '../../domain/responses/response-fields.ts'
import { responseRules } from './response-rules.ts'
import type { ThingRules } from './thing-rules.ts'

const rulesByType: Readonly<Record<string, ThingRules>> = { [responseType]: responseRules }

/** The rules of a type of thing; undefined for one that this build does not know. */
export const rulesOf = (type: string): ThingRules | undefined =>
  Object.hasOwn(rulesByType, type) ? rulesByType[type] : undefined
