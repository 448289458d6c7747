import type { LocalText } from '../forms/form-version.ts'
import type { Problems } from './problems.ts'
import type { ChoiceList } from './read-choices.ts'
import { xlsformLimits } from './xlsform-limits.ts'
import type { XlsformRow } from './xlsform-row.ts'

const beginning = /^begin[ _]loop(?:\s+over)?\s+(\S+)$/iu
const ending = /^end[ _]loop$/iu

/** Texts in which `%(name)s` and `%(label)s` stand for the choice, by column. */
type Fill = (text: string, language?: string) => string

/**
 * Writes the rows of every `begin loop over list` out: a group for each choice of the list, with the rows of the loop in
 * it. Loops in loops, and loops over no list, stay as they are, to be refused.
 */
export function takeApartLoops(
  rows: readonly XlsformRow[],
  lists: ReadonlyMap<string, ChoiceList>,
  problems: Problems,
): readonly XlsformRow[] {
  const written: XlsformRow[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as XlsformRow
    const name = beginning.exec(row.text('type').trim())?.[1]
    const end = name === undefined ? -1 : findEnd(rows, at + 1)
    if (name === undefined || end < 0) {
      written.push(row)
      continue
    }
    const list = lists.get(name)
    if (list) list.isRead = true
    else problems.errors.push({ code: 'listMissing', ...row.place('type'), list: name, where: 'choices' })
    const inner = rows.slice(at + 1, end)
    const close = withType(rows[end] as XlsformRow, 'end group')
    written.push(withType(row, 'begin group'))
    const options = list?.options ?? []
    const limit = xlsformLimits.rows
    const isTooLong = written.length + options.length * (inner.length + 2) > limit
    if (isTooLong) problems.errors.push({ code: 'tooManyRows', ...row.place('type'), limit })
    for (const option of isTooLong ? [] : options) {
      const value = String(option['value'])
      const label = option['label'] as LocalText
      const fill: Fill = (text, language = 'en') =>
        text
          .replaceAll('%(name)s', () => value)
          .replaceAll('%(label)s', () => label[language] ?? label['en'] ?? value)
      written.push(openChoice(row, value, label), ...inner.map(one => filled(one, fill)), close)
    }
    written.push(close)
    at = end
  }
  return written
}

/** Where the loop ends; -1 where it does not, or another begins in it. */
function findEnd(rows: readonly XlsformRow[], from: number): number {
  const at = rows.findIndex(
    (row, index) =>
      index >= from && (ending.test(row.text('type').trim()) || beginning.test(row.text('type').trim())),
  )
  return at >= 0 && ending.test(rows[at]?.text('type').trim() ?? '') ? at : -1
}

const withType = (row: XlsformRow, type: string): XlsformRow => ({
  ...row,
  text: column => (column === 'type' ? type : row.text(column)),
})

/** The group of one choice: its name and label are the choice's, all else is for the loop as a whole. */
function openChoice(row: XlsformRow, value: string, label: LocalText): XlsformRow {
  const own: Readonly<Record<string, string>> = { type: 'begin group', name: value }
  return {
    ...row,
    text: column => own[column] ?? '',
    has: column => Object.hasOwn(own, column) || column === 'label',
    local: column => (column === 'label' ? label : undefined),
  }
}

function filled(row: XlsformRow, fill: Fill): XlsformRow {
  return {
    ...row,
    text: column => fill(row.text(column)),
    local(column) {
      const texts = row.local(column)
      return (
        texts &&
        (Object.fromEntries(
          Object.entries(texts).map(([language, text]) => [language, fill(text, language)]),
        ) as LocalText)
      )
    },
  }
}
