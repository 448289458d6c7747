import type { ChoiceQuestion, FormVersion, Option } from '../forms/form-version.ts'
import { textToCell } from './cell-text.ts'
import type { Draft } from './draft.ts'
import { imageCells } from './image-name.ts'
import { makePatch } from './patch.ts'
import { createProblems } from './problems.ts'
import { readOption } from './read-choices.ts'
import { readHeader } from './read-header.ts'
import { cell, localCells } from './row-cells.ts'
import { toRow } from './write-question.ts'
import { choicesColumns } from './xlsform-columns.ts'
import type { RowCell } from './xlsform-row.ts'

/** The choices sheet of a form. */
export interface WrittenChoices {
  readonly rows: readonly (readonly RowCell[])[]
  /** The list in the sheet that a question takes its options from. */
  readonly listOf: (question: ChoiceQuestion) => string
  /** Setting `iso_lists`: where the reader would put a list elsewhere than the form has it. */
  readonly given: Readonly<Record<string, string | null>>
  readonly hasDuplicates: boolean
}

/** Writes every list of a form: those of `choiceLists`, and one for each question that has options of its own. */
export function writeChoices(form: FormVersion, questions: readonly ChoiceQuestion[]): WrittenChoices {
  const taken = new Set<string>()
  const take = (wanted: string): string => {
    const base = /^(?!\$\{)\S+$/u.test(wanted) ? wanted : 'list'
    let name = base
    for (let at = 2; taken.has(name); at++) name = `${base}_${at}`
    taken.add(name)
    return name
  }
  const lists = new Map<string, readonly Option[]>()
  const sheetName = new Map<string, string>()
  const given = new Map<string, string | null>()
  for (const [name, options] of Object.entries(form.choiceLists ?? {})) {
    const own = take(name)
    sheetName.set(name, own)
    lists.set(own, options)
  }
  const ownList = new Map<ChoiceQuestion, string>()
  for (const question of questions) {
    if (question.optionsFrom !== undefined) continue
    if (question.list !== undefined && sheetName.has(question.list)) continue
    const own = take(question.id)
    ownList.set(question, own)
    lists.set(own, question.options)
  }
  // Options are left out: a list of thousands may stand in hundreds of questions.
  const text = JSON.stringify(form.sections, (key, value: unknown) => (key === 'options' ? undefined : value))
  const named = new Set(
    [...text.matchAll(/\binstance\s*\(\s*(?:'([^']*)'|\\"(.*?)\\")/gu)].map(
      match => match[1] ?? match[2] ?? '',
    ),
  )
  for (const [name, own] of sheetName) {
    const users = questions.filter(question => question.list === name)
    const isShared = users.length > 1 || users.some(question => question.choiceFilter !== undefined)
    if (own !== name || !isShared || lists.get(own)?.length === 0) given.set(own, name)
  }
  for (const [question, own] of ownList)
    if (question.choiceFilter !== undefined || named.has(own)) given.set(own, null)
  return {
    rows: [...lists].flatMap(([list, options]) => options.map(option => optionCells(list, option))),
    listOf: question =>
      question.optionsFrom === undefined
        ? (ownList.get(question) ?? sheetName.get(question.list ?? '') ?? '')
        : `\${${question.optionsFrom}}`,
    given: Object.fromEntries(given),
    hasDuplicates: [...lists.values()].some(
      options => new Set(options.map(({ value }) => value)).size < options.length,
    ),
  }
}

function optionCells(list: string, option: Option): readonly RowCell[] {
  const cells = [
    ...cell('list_name', list),
    ...cell('name', option.value),
    ...localCells('label', option.label, true),
    ...imageCells(option.image),
    ...cell('score', option.score),
    ...cell('exclusive', option.exclusive),
    ...Object.entries(option.columns ?? {}).flatMap(([key, text]): readonly RowCell[] =>
      isFree(key) ? [{ key, isOther: true, letter: '', text }] : [],
    ),
  ]
  const patch = makePatch(readOption(toRow(cells), createProblems()), { ...option } as Draft)
  return patch ? [...cells, ...cell('iso', JSON.stringify(patch))] : cells
}

/** Whether a header means nothing else. */
const isFree = (header: string): boolean =>
  textToCell(header) === header && readHeader(header, choicesColumns).type === 'unknown'
