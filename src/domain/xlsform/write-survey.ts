import { isSameJson, type JsonValue } from '../../lib/json-value.ts'
import type { ChoiceQuestion, FormItem, FormVersion, Group, Repeat, Section } from '../forms/form-version.ts'
import { nextLooseIds } from './loose-ids.ts'
import type { Draft } from './draft.ts'
import { makePatch } from './patch.ts'
import { createProblems } from './problems.ts'
import { readGroup } from './read-group.ts'
import { cell, localCells } from './row-cells.ts'
import { isChoice, toRow, writeQuestion } from './write-question.ts'
import type { RowCell } from './xlsform-row.ts'

type Cells = readonly RowCell[]
const empty = { vi: '', en: '' }

/** The rows of the survey sheet. */
export function writeSurvey(
  form: FormVersion,
  listOf: (question: ChoiceQuestion) => string,
): readonly Cells[] {
  const isPlain = hasPlainLooseSections(form)
  return form.sections.flatMap(section => {
    if (section.isLoose !== true)
      return [sectionCells(section), ...section.items.flatMap(item => itemRows(item, listOf)), endOf('group')]
    const { items, isLoose: _, ...page } = section
    const marker = isPlain ? [] : [cell('iso_page', JSON.stringify(page))]
    return [...marker, ...items.flatMap(item => itemRows(item, listOf, true))]
  })
}

/** Every question with choices, in the order of the form. */
export function listChoiceQuestions(form: FormVersion): readonly ChoiceQuestion[] {
  const visit = (items: readonly FormItem[]): readonly ChoiceQuestion[] =>
    items.flatMap(item => ('items' in item ? visit(item.items) : isChoice(item) ? [item] : []))
  return form.sections.flatMap(section => visit(section.items))
}

/** Whether the reader would find the loose sections without being told where each begins and what it is called. */
function hasPlainLooseSections(form: FormVersion): boolean {
  const next = nextLooseIds(
    form.sections.flatMap(({ items, id, isLoose }) => [...idsOf(items), ...(isLoose === true ? [] : [id])]),
  )
  return form.sections.every((section, at) => {
    if (section.isLoose !== true) return true
    const { id, title, isLoose: _, items, ...others } = section
    return (
      id === next() &&
      items.length > 0 &&
      form.sections[at - 1]?.isLoose !== true &&
      Object.keys(others).length === 0 &&
      isSameJson(title as JsonValue, form.title as JsonValue)
    )
  })
}

const idsOf = (items: readonly FormItem[]): readonly string[] =>
  items.flatMap(item => [item.id, ...('items' in item ? idsOf(item.items) : [])])

function itemRows(
  item: FormItem,
  listOf: (question: ChoiceQuestion) => string,
  isInLoose = false,
): readonly Cells[] {
  if (!('items' in item)) return [writeQuestion(item, isChoice(item) ? listOf(item) : undefined)]
  const cells = groupCells(item)
  return [
    isInLoose && item.type === 'group' ? [...cells, ...cell('iso_page', 'inside')] : cells,
    ...item.items.flatMap(inner => itemRows(inner, listOf)),
    endOf(item.type),
  ]
}

const endOf = (kind: 'group' | 'repeat'): Cells => cell('type', `end_${kind}`)

function groupCells(group: Group | Repeat): Cells {
  const { id, name, items: _, ...draft } = group
  const cells = [
    ...cell('type', `begin_${group.type}`),
    ...cell('name', name ?? id),
    ...(name === undefined ? [] : cell('iso_id', id)),
    ...localCells('label', group.label),
    ...commonCells(group),
    ...(group.type === 'repeat' ? cell('repeat_count', group.count) : []),
  ]
  return patched(cells, readGroup(toRow(cells), group.type, [], createProblems()), draft)
}

function sectionCells(section: Section): Cells {
  const { id, items: _, ...draft } = section
  const cells = [
    ...cell('type', 'begin_group'),
    ...cell('name', id),
    ...localCells('label', section.title, true),
    ...commonCells(section),
  ]
  const {
    type: _type,
    label: title = empty,
    ...read
  } = readGroup(toRow(cells), 'group', [], createProblems())
  return patched(cells, { title, ...read }, draft)
}

const commonCells = ({ hint, relevance, appearance }: Group | Repeat | Section): Cells => [
  ...localCells('hint', hint),
  ...cell('relevant', relevance),
  ...cell('appearance', appearance),
]

function patched(cells: Cells, read: Draft, wanted: Draft): Cells {
  const patch = makePatch(read, wanted)
  return patch ? [...cells, ...cell('iso', JSON.stringify(patch))] : cells
}
