import type { JsonValue } from '../../lib/json-value.ts'
import { auditFields } from './audit-fields.ts'
import { byClause } from './clause.ts'
import type { DraftFinding } from './draft-finding.ts'
import { photosToFields, withdrawalOf, type FieldValue } from './finding-changes.ts'
import { grades, type Grade } from './grade.ts'

/**
 * The fields that merge findings into one of them, which keeps its number: texts one below the other, clauses, checks
 * and photos together, the gravest grade. The others are withdrawn and name it.
 */
export function mergeFindings(
  into: DraftFinding,
  others: readonly DraftFinding[],
  reason: string,
): readonly FieldValue[] {
  const all = [into, ...others]
  const texts = (['requirement', 'proof', 'nature', 'responsible'] as const).map(part => ({
    part,
    value: joinTexts(all.map(one => one[part])) as JsonValue,
    before: into[part] as JsonValue,
  }))
  const lists = [
    { part: 'clauses' as const, value: unique(all.flatMap(one => one.clauses)).sort(byClause) },
    { part: 'checks' as const, value: unique(all.flatMap(one => one.checks)) },
  ]
  const grade = gravest(all.flatMap(one => one.grade ?? []))
  return [
    ...(grade && grade !== into.grade
      ? [{ field: auditFields.finding(into.number, 'grade'), value: grade }]
      : []),
    ...texts
      .filter(({ value, before }) => value !== before)
      .map(({ part, value }) => ({ field: auditFields.finding(into.number, part), value })),
    ...lists
      .filter(({ part, value }) => value.length !== into[part].length)
      .map(({ part, value }) => ({ field: auditFields.finding(into.number, part), value })),
    ...(into.area === undefined ? areaOf(into, others) : []),
    ...others.flatMap(one => photosToFields(into.number, withoutKnown(one, into))),
    ...others.map(one => withdrawalOf(one.number, reason, [into.number])),
  ]
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** Each text once, one below the other. */
const joinTexts = (texts: readonly string[]): string =>
  unique(texts.map(text => text.trim()).filter(Boolean)).join('\n')

const gravest = (found: readonly Grade[]): Grade | undefined => grades.find(grade => found.includes(grade))

function areaOf(into: DraftFinding, others: readonly DraftFinding[]): readonly FieldValue[] {
  const area = others.find(one => one.area !== undefined)?.area
  return area === undefined ? [] : [{ field: auditFields.finding(into.number, 'area'), value: area }]
}

const withoutKnown = ({ photos }: DraftFinding, into: DraftFinding): DraftFinding['photos'] =>
  Object.fromEntries(Object.entries(photos).filter(([sha256]) => !(sha256 in into.photos)))
