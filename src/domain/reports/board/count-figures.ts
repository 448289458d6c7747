import { isSettled } from '../../audits/finding-state.ts'
import { needsAction } from '../../audits/grade.ts'
import type { BoardCommune } from './board-commune.ts'
import type { FigureItem } from './figure-item.ts'
import { isFinished, isLate, isStuck } from './board-row.ts'

/** The figures that are counted commune by commune, so that districts add up to the province. */
export const countIds = [
  'communes',
  'declared',
  'ready',
  'late',
  'stuck',
  'finished',
  'openFindings',
  'overdue',
  'leftSurveys',
  'inScope',
  'trained',
  'untrained',
] as const
export type CountId = (typeof countIds)[number]

type Count = (commune: BoardCommune, today: string) => readonly FigureItem[]

export const communeItem = ({ unit }: BoardCommune, value: number | null = null): FigureItem => ({
  kind: 'commune',
  unit: unit.id,
  thing: unit.id,
  part: '',
  title: '',
  value,
})

const communeWhere =
  (holds: (commune: BoardCommune, today: string) => boolean): Count =>
  (commune, today) =>
    holds(commune, today) ? [communeItem(commune)] : []

const findingsWhere = (
  { findings }: BoardCommune,
  holds: (line: BoardCommune['findings'][number]) => boolean,
): readonly FigureItem[] =>
  findings
    .filter(line => needsAction(line.grade) && holds(line))
    .map(({ unit, thing, nature, number, daysLate }) => ({
      kind: 'finding',
      unit,
      thing,
      part: '',
      title: nature || number,
      value: daysLate,
    }))

const people = ({ unit, standing }: BoardCommune, isTrained?: boolean): readonly FigureItem[] =>
  (standing?.trainees ?? [])
    .filter(one => isTrained === undefined || one.isTrained === isTrained)
    .map(({ id, name }) => ({
      kind: 'person',
      unit: unit.id,
      thing: unit.id,
      part: id,
      title: name,
      value: null,
    }))

const overdueDecisions: Count = ({ unit, standing }, today) =>
  (standing?.decisions ?? [])
    .filter(({ dueOn, doneOn }) => dueOn !== null && dueOn < today && doneOn === null)
    .map(({ thing, id, text }) => ({
      kind: 'decision',
      unit: unit.id,
      thing,
      part: id,
      title: text,
      value: null,
    }))

const counts: Readonly<Record<CountId, Count>> = {
  communes: communeWhere(() => true),
  declared: communeWhere(({ standing }) => standing !== undefined && standing.declaredOn !== null),
  ready: communeWhere(({ standing }) => standing?.readiness === 'ready'),
  late: communeWhere(isLate),
  stuck: communeWhere(isStuck),
  finished: communeWhere(isFinished),
  openFindings: commune => findingsWhere(commune, ({ state }) => !isSettled(state)),
  overdue: (commune, today) => [
    ...findingsWhere(commune, ({ daysLate }) => daysLate > 0),
    ...overdueDecisions(commune, today),
  ],
  leftSurveys: ({ unit, standing }) =>
    (standing?.leftSurveys ?? []).map(thing => ({
      kind: 'survey',
      unit: unit.id,
      thing,
      part: '',
      title: '',
      value: null,
    })),
  inScope: commune => people(commune),
  trained: commune => people(commune, true),
  untrained: commune => people(commune, false),
}

/** What a figure counts among these communes; the figure is the list's length. */
export const listCounted = (
  communes: readonly BoardCommune[],
  id: CountId,
  today: string,
): readonly FigureItem[] => communes.flatMap(commune => counts[id](commune, today))
