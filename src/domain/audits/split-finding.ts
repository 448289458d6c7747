import type { DraftFinding } from './draft-finding.ts'
import { findingToFields, withdrawalOf, type FieldValue } from './finding-changes.ts'

/**
 * The fields that make two findings of one. Both begin with all that it said and showed, under numbers of their own;
 * the one that was split is withdrawn and names them, so that its number stays what people wrote it down for.
 */
export const splitFinding = (
  finding: DraftFinding,
  given: { readonly numbers: readonly [string, string]; readonly reason: string },
): readonly FieldValue[] => [
  ...given.numbers.flatMap(number => findingToFields(number, finding)),
  withdrawalOf(finding.number, given.reason, given.numbers),
]
