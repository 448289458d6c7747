import { findAnswerFault } from '../../../../domain/forms/find-answer-fault.ts'
import type { FormSession } from '../../../../domain/forms/form-session.ts'
import type { AnswerValue, FormItem, Question } from '../../../../domain/forms/form-version.ts'
import { keyInRow } from '../../../../domain/forms/row.ts'

/** Questions whose answer tells one row from the others. */
const naming: ReadonlySet<Question['type']> = new Set(['text', 'barcode', 'select_one', 'date', 'org_unit'])

/** What a row is called by: its first answer in words, as far as it stands in no repeat of its own. */
export function findRowName(
  items: readonly FormItem[],
  row: string,
  session: Pick<FormSession, 'has' | 'question'>,
): { readonly question: Question; readonly value: AnswerValue } | undefined {
  for (const item of items) {
    if (item.type === 'repeat') continue
    if (item.type === 'group') {
      const found = findRowName(item.items, row, session)
      if (found) return found
      continue
    }
    const key = keyInRow(item.id, row)
    if (!naming.has(item.type) || !session.has(key)) continue
    const { value } = session.question(key)
    if (value !== null && value !== '' && !findAnswerFault(item, value)) return { question: item, value }
  }
  return undefined
}
