import { isClauseId } from './clause.ts'
import { isTexts, type JsonValue } from '../../lib/json-value.ts'
import type { EvidenceFile } from '../responses/evidence-file.ts'
import { isArea } from './area.ts'
import { isSeatNumber } from './audit-number.ts'
import { parseCheckKey, type FindingPart } from './audit-fields.ts'
import { isGrade, needsAction, type Grade } from './grade.ts'

/** A finding in the auditors' hands: requirement, evidence and the nature of what is wrong (ISO 19011, 6.4.8). */
export interface DraftFinding {
  /** `<seat>-<running number>` */
  readonly number: string
  readonly grade: Grade | undefined
  readonly requirement: string
  readonly proof: string
  readonly nature: string
  /** Of the audit's standard. */
  readonly clauses: readonly string[]
  readonly area: string | undefined
  /** Who answers for it at the commune, in words. */
  readonly responsible: string
  /** The checks it came from. */
  readonly checks: readonly string[]
  readonly withdrawn: Withdrawal | undefined
  readonly photos: Readonly<Record<string, EvidenceFile>>
  readonly raisedBy: string | undefined
  readonly recordedAt: number | undefined
}

/** Why a finding does not go on; `into` names those it was merged into or split into. */
export interface Withdrawal {
  readonly reason: string
  readonly into: readonly string[]
}

export type DraftFindingPatch = Partial<Omit<DraftFinding, 'number'>>

const longest = 20_000

/** Reads one stored part; an empty patch when the value is none of it. */
export function readFindingPart(
  part: FindingPart,
  value: JsonValue,
  { author, at }: { readonly author: string; readonly at: number },
): DraftFindingPatch {
  const by = { ...(part === 'grade' && { raisedBy: author }), recordedAt: at }
  switch (part) {
    case 'grade':
      return isGrade(value) ? { grade: value, ...by } : {}
    case 'requirement':
    case 'proof':
    case 'nature':
    case 'responsible':
      return isText(value) ? { [part]: value, ...by } : {}
    case 'clauses':
    case 'checks':
      return isTexts(value) ? { [part]: value, ...by } : {}
    case 'area':
      return isArea(value) ? { area: value, ...by } : {}
    case 'withdrawn': {
      const withdrawn = readWithdrawal(value)
      return withdrawn ? { withdrawn, ...by } : {}
    }
  }
}

/** Whether a value may stand in a part; null takes the part away. */
export function isFindingPart(part: FindingPart, value: JsonValue): boolean {
  if (value === null) return true
  if (part === 'clauses') return isTexts(value) && value.every(isClauseId)
  if (part === 'checks') return isTexts(value) && value.every(check => parseCheckKey(check) !== undefined)
  return Object.keys(readFindingPart(part, value, { author: '', at: 0 })).length > 0
}

function readWithdrawal(value: JsonValue): Withdrawal | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { reason, into = [] } = value as Record<string, JsonValue>
  if (!isText(reason) || reason.trim() === '' || !isTexts(into) || !into.every(isSeatNumber)) return undefined
  return { reason, into }
}

const isText = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && value.length <= longest

/** What a finding still lacks before it can be raised; a strength needs evidence only. */
export function missingOf(finding: DraftFinding): readonly FindingPart[] {
  if (finding.withdrawn) return []
  const isBlank = (text: string): boolean => text.trim() === ''
  const missing: FindingPart[] = []
  if (!finding.grade) missing.push('grade')
  if (finding.clauses.length === 0) missing.push('clauses')
  if (isBlank(finding.proof)) missing.push('proof')
  if (finding.grade && needsAction(finding.grade)) {
    if (isBlank(finding.requirement)) missing.push('requirement')
    if (isBlank(finding.nature)) missing.push('nature')
    if (!finding.area) missing.push('area')
  }
  return missing
}
