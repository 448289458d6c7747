import { parseCheckKey } from './audit-fields.ts'
import type { Check } from './audit.ts'
import type { ChecklistItem } from './checklist.ts'
import { findingToFields, type FieldValue } from './finding-changes.ts'
import { gradeOf } from './verdict.ts'

interface Given {
  /** The new finding's number. */
  readonly number: string
  readonly item: Pick<ChecklistItem, 'clauses'>
  readonly check: Check
  /** What the item asks for, in the language of the report. */
  readonly requirement: string
  /** What was sampled, in words; '' for nothing. */
  readonly sampled: string
}

/**
 * The fields of a finding made of a check: its clause, requirement, evidence and photos are there already. Undefined
 * where the verdict leaves nothing to raise.
 */
export function findingFromCheck({
  number,
  item,
  check,
  requirement,
  sampled,
}: Given): readonly FieldValue[] | undefined {
  const grade = gradeOf(check.verdict?.value)
  const area = parseCheckKey(check.key)?.area
  if (!grade) return undefined
  const proof = [check.proof.trim(), sampled].filter(Boolean).join('\n')
  return findingToFields(number, {
    grade,
    requirement,
    // A strength is its evidence: what was noted is all that there is to say.
    proof: proof === '' && grade === 'strength' ? check.note.trim() : proof,
    nature: check.note.trim(),
    clauses: item.clauses,
    area,
    responsible: check.interviewed.trim(),
    checks: [check.key],
    photos: check.photos,
  })
}
