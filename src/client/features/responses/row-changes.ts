import { splitKey } from '../../../domain/forms/row.ts'
import type { SentAnswers } from '../../../domain/responses/move.ts'

/** Rows that came and went between two sendings, as far as something was answered in them. */
export interface RowChanges {
  readonly added: ReadonlySet<string>
  /** With their first answer in words, as a name. */
  readonly removed: ReadonlyMap<string, string>
}

export function rowChanges(before: SentAnswers, now: SentAnswers): RowChanges {
  const [rowsBefore, rowsNow] = [rowsOf(before), rowsOf(now)]
  const added = new Set([...rowsNow].filter(row => !rowsBefore.has(row)))
  const removed = new Map([...rowsBefore].filter(row => !rowsNow.has(row)).map(row => [row, '']))
  for (const [key, value] of Object.entries(before.answers)) {
    const { row } = splitKey(key)
    if (removed.get(row) === '' && typeof value === 'string') removed.set(row, value)
  }
  return { added, removed }
}

function rowsOf({ answers, notes, files }: SentAnswers): ReadonlySet<string> {
  const keys = [answers, notes, files].flatMap(part => Object.keys(part ?? {}))
  return new Set(keys.map(key => splitKey(key).row).filter(row => row !== ''))
}
