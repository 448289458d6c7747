import type { ChoiceQuestion, FormItem, Group, Question } from '../../../../domain/forms/form-version.ts'
import { appearanceWords } from '../../../../domain/forms/appearance-words.ts'

/** A part of a group: questions that make a table together, or something that stands by itself. */
export type GroupPart = { readonly rows: readonly ChoiceQuestion[] } | { readonly item: FormItem }

/** More columns than this are no table on any tablet. */
const mostColumns = 8

/** Of a `table-list`, the runs of questions with the same options; of other groups nothing stands in tables. */
export function splitTable(group: Group): readonly GroupPart[] {
  const isTable = appearanceWords(group as unknown as Question).includes('table-list')
  const parts: ({ rows: ChoiceQuestion[] } | { item: FormItem })[] = []
  for (const item of group.items) {
    if (!isTable || !fitsTable(item)) {
      parts.push({ item })
      continue
    }
    const last = parts.at(-1)
    if (last && 'rows' in last && last.rows[0] && isSameKind(last.rows[0], item)) last.rows.push(item)
    else parts.push({ rows: [item] })
  }
  return parts
}

const fitsTable = (item: FormItem): item is ChoiceQuestion =>
  (item.type === 'select_one' || item.type === 'select_multiple') &&
  item.choiceFilter === undefined &&
  item.optionsFrom === undefined &&
  item.randomize === undefined &&
  item.options.length <= mostColumns

const isSameKind = (a: ChoiceQuestion, b: ChoiceQuestion): boolean =>
  a.type === b.type &&
  a.options.length === b.options.length &&
  a.options.every(({ value }, at) => value === b.options[at]?.value)
