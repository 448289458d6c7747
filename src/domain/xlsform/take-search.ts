import { readExpressionCell, type FoundExpression } from './expression-cell.ts'
import type { SurveyContext } from './read-survey.ts'
import type { SearchAppearance } from './search-appearance.ts'
import type { SurveyNode } from './survey-node.ts'
import { tableToOptions } from './table-options.ts'

/**
 * Gives a question the choices of the file it searches. Its list in the choices sheet says how: `name` and `label` of the
 * first row name the columns; rows whose name is a whole number are choices themselves, before those of the file.
 */
export function takeSearch(
  node: SurveyNode,
  list: string,
  { file, filter, rest }: SearchAppearance,
  { lists, tables, problems }: SurveyContext,
  found: FoundExpression[],
): void {
  const { row } = node
  const template = lists.get(list)
  if (!template) {
    problems.errors.push({ code: 'listMissing', ...row.place('type'), list, where: 'choices' })
    return
  }
  template.isRead = true
  const isFixed = (name: string): boolean => /^-?\d+$/u.test(name)
  const heading = template.rows.find(one => !isFixed(one.text('name')))
  const value = heading?.text('name') ?? 'name'
  const label = heading?.text('label').split(',')[0]?.trim() ?? 'label'
  const name = [list, file, value, label].join(':').replace(/\s/gu, '_')
  if (!lists.has(name)) {
    const fixed = template.options.filter(option => isFixed(String(option['value'])))
    const options = [...fixed, ...tableToOptions(`${file}.csv`, tables, value, label)]
    lists.set(name, { name, options, rows: [] })
  }
  node.list = name
  const { appearance: _, ...draft } = node.draft
  const { choiceFilter } = draft
  const given = typeof choiceFilter === 'string' ? `(${choiceFilter})` : undefined
  const own = filter && readExpressionCell(filter, row.place('appearance'), found, problems)
  const both = [given, own].filter(part => part !== undefined).join(' and ')
  node.draft = {
    ...draft,
    ...(rest === '' ? {} : { appearance: rest }),
    ...(both === '' ? {} : { choiceFilter: both }),
  }
}
