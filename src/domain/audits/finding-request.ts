import { isDay } from '../../lib/calendar-day.ts'
import { isTexts, type JsonValue } from '../../lib/json-value.ts'
import { isArea } from './area.ts'
import { parseAuditThing } from './audit-number.ts'
import { isStandard, type Standard } from './clause.ts'
import { isGrade, type Grade } from './grade.ts'

/** What a signed report asks of a commune in one finding. */
export interface FindingRequest {
  /** The audit's thing. */
  readonly audit: string
  readonly standard: Standard
  readonly grade: Grade
  /** Of the audit's standard, then the same of the other edition. */
  readonly clauses: readonly string[]
  readonly otherClauses: readonly string[]
  readonly requirement: string
  readonly proof: string
  readonly nature: string
  readonly area: string | null
  readonly responsible: string
  /** The lead auditor who signed. */
  readonly lead: string
  /** `YYYY-MM-DD` */
  readonly raisedOn: string
  readonly dueOn: string | null
  /** Things of earlier findings that this one repeats. */
  readonly repeats: readonly string[]
}

/** Reads a `request` field's value; undefined when it is none. */
export function readRequest(value: JsonValue): FindingRequest | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const request = value as Record<string, JsonValue>
  const texts = ['requirement', 'proof', 'nature', 'responsible', 'lead', 'audit', 'raisedOn'] as const
  if (!texts.every(key => typeof request[key] === 'string')) return undefined
  const lists = ['clauses', 'otherClauses', 'repeats'] as const
  if (!lists.every(key => isTexts(request[key]))) return undefined
  if (!isStandard(request['standard']) || !isGrade(request['grade'])) return undefined
  if (request['area'] !== null && !isArea(request['area'])) return undefined
  if (request['dueOn'] !== null && !isDay(request['dueOn'])) return undefined
  if (!isDay(request['raisedOn']) || !parseAuditThing(request['audit'] as string)) return undefined
  return request as unknown as FindingRequest
}
