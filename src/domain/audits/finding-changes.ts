import type { JsonValue } from '../../lib/json-value.ts'
import type { EvidenceFile } from '../responses/evidence-file.ts'
import { auditFields, findingSlot } from './audit-fields.ts'
import type { DraftFinding } from './draft-finding.ts'

/** A field of the audit and what is to stand in it. */
export interface FieldValue {
  readonly field: string
  readonly value: JsonValue
}

/** What a draft finding says, without what happened to it. */
export type FindingWords = Pick<
  DraftFinding,
  'grade' | 'requirement' | 'proof' | 'nature' | 'clauses' | 'area' | 'responsible' | 'checks' | 'photos'
>

/**
 * The fields that write a finding anew, blank parts left out. Photos are named once more by their hash: their bytes
 * are there already and travel once.
 */
export function findingToFields(number: string, words: FindingWords): readonly FieldValue[] {
  const { grade, requirement, proof, nature, clauses, area, responsible, checks, photos } = words
  const parts = { grade, requirement, proof, nature, clauses, area, responsible, checks } as const
  const names = Object.keys(parts) as (keyof typeof parts)[]
  return [
    ...names.flatMap((part): readonly FieldValue[] => {
      const value = parts[part]
      return value === undefined || value.length === 0
        ? []
        : [{ field: auditFields.finding(number, part), value: value as JsonValue }]
    }),
    ...photosToFields(number, photos),
  ]
}

/** The fields that stand photos beside a finding. */
export const photosToFields = (
  number: string,
  photos: Readonly<Record<string, EvidenceFile>>,
): readonly FieldValue[] =>
  Object.entries(photos).map(([sha256, file]) => ({
    field: auditFields.evidence(findingSlot(number), sha256),
    value: { ...file },
  }))

/** The field that takes a finding back, with the reason and the findings that go on in its place. */
export const withdrawalOf = (number: string, reason: string, into: readonly string[] = []): FieldValue => ({
  field: auditFields.finding(number, 'withdrawn'),
  value: { reason, into },
})
