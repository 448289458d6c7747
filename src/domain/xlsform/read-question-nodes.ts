import type { FoundExpression } from './expression-cell.ts'
import { externalName, externalSheet } from './external-choices.ts'
import { isTable, tableToOptions } from './table-options.ts'
import { otherLabel } from './or-other.ts'
import type { ParsedType } from './parse-type.ts'
import { readQuestion } from './read-question.ts'
import type { SurveyContext } from './read-survey.ts'
import { parseSearch } from './search-appearance.ts'
import { takeSearch } from './take-search.ts'
import type { SurveyNode } from './survey-node.ts'
import type { XlsformRow } from './xlsform-row.ts'
import { xlsformTypes, type XlsformType } from './xlsform-types.ts'

type QuestionType = Extract<ParsedType, { readonly row: 'question' }>

/** Made without being asked, so without a label of its own. */
const unlabelled = new Set(['calculate', 'hidden', 'metadata'])

/** Reads a question's row into its node, and for `or_other` a second one; into none if it is left out. */
export function readQuestionNodes(
  row: XlsformRow,
  parsed: QuestionType,
  context: SurveyContext,
): readonly SurveyNode[] {
  const { problems } = context
  const cell = row.text('type')
  const type = mustChange(row, parsed, context) ?? parsed.type
  if (type.fate === 'ignored') {
    if (type.name === 'csv-external' && context.tables.has(row.text('name'))) return []
    problems.warnings.push({ code: 'typeIgnored', ...row.place('type'), type: cell })
    return []
  }
  if (type.fate === 'refused') {
    problems.errors.push({ code: 'unsupportedType', ...row.place('type'), type: cell })
    return []
  }
  if (parsed.type.fate === 'degraded' && type.becomes)
    problems.warnings.push({
      code: 'typeDegraded',
      ...row.place('type'),
      type: cell,
      becomes: type.becomes,
    })
  const search =
    type === parsed.type && type.takes === 'list' ? parseSearch(row.text('appearance')) : undefined
  const found: FoundExpression[] = []
  const name = row.text('name')
  const node: SurveyNode = {
    kind: 'question',
    name: name === '' && type.becomes === 'note' ? `generated_note_name_${row.row}` : name,
    row,
    ...(row.has('iso_id') ? { ownId: row.text('iso_id') } : {}),
    draft: checkQuestion(row, readQuestion(row, type, found, problems), context),
    ...(parsed.orOther === true && type === parsed.type ? { addsOther: true } : {}),
    items: [],
    id: '',
  }
  context.expressions.set(node, found)
  if (search === 'broken')
    problems.errors.push({
      code: 'badValue',
      ...row.place('appearance'),
      value: row.text('appearance'),
      expected: "search('file', 'matches', 'column', ${name})",
    })
  else if (search) takeSearch(node, parsed.list ?? '', search, context, found)
  else if (type === parsed.type) takeOptions(node, parsed, context)
  if (node.addsOther !== true) return [node]
  if (node.draft['choiceFilter'] !== undefined && row.has('choice_filter'))
    problems.warnings.push({ code: 'otherFiltered', ...row.place('choice_filter') })
  node.draft = { ...node.draft, orOther: true }
  const other: SurveyNode = {
    kind: 'question',
    name: `${node.name}_other`,
    row,
    draft: { type: 'text', label: otherLabel, required: false },
    otherOf: node,
    items: [],
    id: '',
  }
  return [node, other]
}

/** The question whose answers, of all rows, are the choices: `select_one ${name}`. */
const answersListed = (list: string | undefined): string | undefined =>
  list === undefined ? undefined : /^\$\{\s*([^{}\s]+)\s*\}$/u.exec(list)?.[1]

const canTakeAnswers = ({ becomes }: XlsformType): boolean =>
  becomes === 'select_one' || becomes === 'select_multiple' || becomes === 'rank'

/** Choices that cannot be known are asked as a text. */
function mustChange(
  row: XlsformRow,
  { type, list, orOther }: QuestionType,
  { tables, problems }: SurveyContext,
): XlsformType | undefined {
  const text = xlsformTypes.find(one => one.name === 'text')
  if (!type.takes || list === undefined) return undefined
  const place = row.place('type')
  if (answersListed(list) !== undefined && canTakeAnswers(type) && orOther !== true) return undefined
  if (list.startsWith('${')) {
    problems.warnings.push({ code: 'choicesFromRepeat', ...place, name: list })
    return text
  }
  const search = type.takes === 'list' ? parseSearch(row.text('appearance')) : undefined
  if (typeof search === 'object' && !tables.has(search.file)) {
    problems.warnings.push({ code: 'fileNotAttached', ...place, file: `${search.file}.csv` })
    return text
  }
  if (type.takes !== 'file' || isTable(list, tables)) return undefined
  problems.warnings.push({ code: 'fileNotAttached', ...place, file: list })
  return text
}

function checkQuestion(
  row: XlsformRow,
  draft: SurveyNode['draft'],
  { problems }: SurveyContext,
): SurveyNode['draft'] {
  const type = String(draft['type'])
  const isComputed = ['calculation', 'trigger'].some(column => row.has(column))
  const isNamed = ['label', 'hint', 'image'].some(column => row.has(column))
  if (!unlabelled.has(type) && !isComputed && !isNamed)
    problems.warnings.push({ code: 'labelMissing', ...row.place('label') })
  if (type !== 'calculate' || draft['calculation'] !== undefined) return draft
  if (draft['default'] === undefined)
    problems.errors.push({ code: 'calculationMissing', ...row.place('calculation') })
  return { ...draft, type: 'hidden' }
}

function takeOptions(node: SurveyNode, { type, list }: QuestionType, context: SurveyContext): void {
  const { problems } = context
  const place = node.row.place('type')
  if (!type.takes || type.takes === 'tags' || node.draft['options'] !== undefined) return
  if (list === undefined) {
    problems.errors.push({ code: 'listNotNamed', ...place, type: node.row.text('type') })
    return
  }
  const answers = answersListed(list)
  if (answers !== undefined) {
    node.draft = { ...node.draft, optionsFrom: answers }
    return
  }
  if (type.takes === 'file') {
    takeTable(node, list, context)
    return
  }
  const isExternal = type.takes === 'external list'
  node.list = isExternal ? externalName(list, context.lists) : list
  const choices = context.lists.get(node.list)
  if (!choices) {
    const where = isExternal ? externalSheet : 'choices'
    if (!Object.hasOwn(context.givenLists, list))
      problems.errors.push({ code: 'listMissing', ...place, list, where })
    return
  }
  // One choice may have a space in it, several are parted by spaces.
  if (node.draft['type'] === 'select_one' || node.draft['type'] === 'yes_no_partly') return
  choices.needsWords = true
}

/** Questions that take the same columns of a file share one list of it. */
function takeTable(node: SurveyNode, file: string, { lists, tables }: SurveyContext): void {
  const { parameters, ...draft } = node.draft
  const { value = 'name', label = 'label', ...rest } = (parameters ?? {}) as Readonly<Record<string, string>>
  const isPlain = value === 'name' && label === 'label'
  const name = isPlain ? file : `${file}:${value}:${label}`.replace(/\s/gu, '_')
  if (!lists.has(name))
    lists.set(name, { name, options: [...tableToOptions(file, tables, value, label)], rows: [] })
  node.list = name
  node.draft = Object.keys(rest).length > 0 ? { ...draft, parameters: rest } : draft
}
