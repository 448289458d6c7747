import { isSameJson } from '../../lib/json-value.ts'
import type { ChoiceQuestion, Constraint, Question } from '../forms/form-version.ts'
import { createProblems } from './problems.ts'
import { expressionToDefault } from './default-value.ts'
import type { Draft } from './draft.ts'
import { imageCells } from './image-name.ts'
import { formatParameters, parseParameters } from './parse-parameters.ts'
import { makePatch } from './patch.ts'
import { readQuestion } from './read-question.ts'
import { cell, localCells } from './row-cells.ts'
import { createRow, type RowCell, type XlsformRow } from './xlsform-row.ts'
import { xlsformTypes, type XlsformType } from './xlsform-types.ts'

export const isChoice = (question: Question): question is ChoiceQuestion => 'options' in question

/** A row as the reader would meet it, to see what it would make of it. */
export const toRow = (cells: readonly RowCell[], defaultLanguage?: string): XlsformRow =>
  createRow(cells, { sheet: '', row: 0, letters: new Map() }, defaultLanguage)

/**
 * The cells of a question. What the reader would not understand of them stands in `iso_type` and in `iso`. `list` is
 * the list in the choices sheet.
 */
export function writeQuestion(question: Question, list: string | undefined): readonly RowCell[] {
  const type = findXlsformType(question)
  const read = (cells: readonly RowCell[]): Draft => readQuestion(toRow(cells), type, [], createProblems())
  const plain = questionCells(question, type, list)
  const draft = read(plain)
  const isUnderstood = draft['type'] === question.type && draft['appearance'] === question.appearance
  const cells = isUnderstood
    ? plain
    : [...questionCells(question, undefined, list, type), ...cell('iso_type', question.type)]
  const patch = makePatch(read(cells), withoutPlace(question))
  return patch ? [...cells, ...cell('iso', JSON.stringify(patch))] : cells
}

/** The type that a question is written as. */
export function findXlsformType(question: Question): XlsformType {
  const name = { org_unit: 'text', yes_no_partly: 'select_one', metadata: 'hidden' }[question.type as string]
  const found = xlsformTypes.find(
    type =>
      type.fate === 'supported' &&
      type.takes !== 'file' &&
      (question.type === 'metadata'
        ? type.source === question.source
        : type.becomes === question.type || type.word?.becomes === question.type),
  )
  const type = found ?? xlsformTypes.find(one => one.name === (name ?? 'text'))
  if (!type) throw new Error(`no type of XLSForm for ${question.type}`)
  return type
}

/** `words`: the type whose word of appearance makes this question's, if it is to be written. */
function questionCells(
  question: Question,
  words: XlsformType | undefined,
  list: string | undefined,
  type: XlsformType | undefined = words,
): readonly RowCell[] {
  const word = words?.word?.becomes === question.type ? words.word.appearance : undefined
  const { constraint, softConstraint } = question
  const required = question.required === false ? undefined : question.required
  return [
    ...cell('type', list === undefined ? type?.name : `${type?.name} ${list}`),
    ...cell('name', question.name ?? question.id),
    ...(question.name === undefined ? [] : cell('iso_id', question.id)),
    ...localCells('label', question.label, true),
    ...localCells('hint', question.hint),
    ...imageCells(question.image),
    ...cell('required', required),
    ...localCells('required_message', question.requiredMessage),
    ...cell('relevant', question.relevance),
    ...constraintCells('constraint', constraint),
    ...constraintCells('soft_constraint', softConstraint),
    ...cell('calculation', question.calculation),
    ...cell('default', question.default === undefined ? undefined : expressionToDefault(question.default)),
    ...cell('trigger', question.trigger?.map(name => `\${${name}}`).join(', ') || undefined),
    ...cell('read_only', question.readonly),
    ...cell('appearance', question.appearance ?? word),
    ...cell('parameters', writeParameters(question)),
    ...(isChoice(question) ? cell('choice_filter', question.choiceFilter) : []),
    ...cell('clause', question.clause?.join(', ') || undefined),
    ...cell('weight', question.weight),
    ...cell('critical', question.critical),
    ...cell('gate', question.gate),
    ...cell('evidence', writeEvidence(question)),
    ...localCells('evidence_to_see', question.evidenceToSee),
    ...cell('indicator', question.indicator),
    ...('unit' in question ? localCells('unit', question.unit) : []),
    ...(question.type === 'integer' || question.type === 'decimal'
      ? [...cell('min', question.min), ...cell('max', question.max)]
      : []),
  ]
}

const constraintCells = (column: string, constraint: Constraint | undefined): readonly RowCell[] => [
  ...cell(column, constraint?.expr),
  ...localCells(`${column}_message`, constraint?.message, true),
]

function writeEvidence({ evidence }: Question): string | undefined {
  const words = [
    ...(evidence?.note === true ? ['note'] : []),
    ...(evidence?.photo ? [evidence.photo === 'required' ? 'photo!' : 'photo'] : []),
  ]
  return words.length > 0 ? words.join(' ') : undefined
}

function writeParameters(question: Question): string | undefined {
  const parameters = new Map<string, string>()
  if (question.type === 'range' || question.type === 'rating') {
    parameters.set('start', String(question.min)).set('end', String(question.max))
    if (question.step !== undefined) parameters.set('step', String(question.step))
  }
  if (isChoice(question) && question.randomize) {
    parameters.set('randomize', 'true')
    if (question.randomize.seed !== undefined) parameters.set('seed', question.randomize.seed)
  }
  // Those that the cell could not hold, or that would be taken for these, are left to the patch.
  for (const [name, value] of Object.entries(question.parameters ?? {})) {
    const isOwn = /^(?:start|end|step|randomize|seed)$/iu.test(name)
    const read = isOwn ? undefined : parseParameters(`a=1 ${name}=${value} b=2`)
    if (isSameJson(read, { a: '1', [name]: value, b: '2' })) parameters.set(name, value)
  }
  return parameters.size > 0 ? formatParameters(Object.fromEntries(parameters)) : undefined
}

/** What the row itself has to say: not the id, and of options only that there are none. */
function withoutPlace(question: Question): Draft {
  const { id: _id, name: _name, ...draft } = question
  if (!isChoice(question)) return draft
  const { options, list, optionsFrom, ...rest } = draft as ChoiceQuestion
  const isBare = options.length === 0 && list === undefined && optionsFrom === undefined
  return isBare ? { ...rest, options } : rest
}
