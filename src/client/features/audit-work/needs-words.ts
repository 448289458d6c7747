import type { Check } from '../../../domain/audits/audit.ts'

/** Whether a check asks for words, or has some: then its fields stand open. */
export function needsWords(check: Check | undefined): boolean {
  if (!check) return false
  const verdict = check.verdict?.value
  return (
    (verdict !== undefined && verdict !== 'conform') ||
    check.note !== '' ||
    check.proof !== '' ||
    hasMore(check)
  )
}

/** Whether one of the fields is filled in that most checks do without. */
export const hasMore = (check: Check | undefined): boolean =>
  check !== undefined &&
  (check.interviewed !== '' ||
    check.happened !== undefined ||
    check.sample !== undefined ||
    check.sampled.length > 0)
