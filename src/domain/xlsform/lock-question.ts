import type { Draft } from './draft.ts'
import type { Problems } from './problems.ts'
import { createRowReader } from './row-reader.ts'
import type { FoundExpression } from './expression-cell.ts'
import type { XlsformRow } from './xlsform-row.ts'

/** `read_only` of a group: always, or while an expression holds. */
export type Lock = boolean | string | undefined

/** Nobody types into these. */
const isUnasked = ({ type }: Draft): boolean =>
  type === 'calculate' || type === 'hidden' || type === 'metadata'

/** What an expression says of the place that it stands in. */
const texts = /'[^']*'|"[^"]*"|\$\{[^{}]*\}/gu
const ownPlace = /(?<![\d.])\.{1,2}(?!\d)|\b(?:current|position|once)\s*\(/u

/** Reads `read_only` of a group or repeat, which questions in it have from it. One about the group's own place is told. */
export function readLock(row: XlsformRow, found: FoundExpression[], problems: Problems): Lock {
  const lock = createRowReader(row, found, problems).flagOrExpression('read_only')
  if (typeof lock !== 'string' || !ownPlace.test(lock.replace(texts, ''))) return lock
  problems.warnings.push({ code: 'cellNotUsed', ...row.place('read_only'), header: 'read_only' })
  return undefined
}

/** A question within locked groups: read only as soon as it or one of them is. */
export function lockQuestion(draft: Draft, locks: readonly Lock[]): Draft {
  if (isUnasked(draft)) return draft
  const all = [draft['readonly'] as Lock, ...locks].filter(lock => lock !== undefined && lock !== false)
  if (all.length === 0 || locks.every(lock => lock === undefined || lock === false)) return draft
  if (all.includes(true)) return { ...draft, readonly: true }
  return { ...draft, readonly: all.length === 1 ? all[0] : all.map(lock => `(${lock})`).join(' or ') }
}
