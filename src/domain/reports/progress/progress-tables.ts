import { grades } from '../../audits/grade.ts'
import { findingStates } from '../../audits/finding-state.ts'
import { eventKinds } from '../communes/list-events.ts'
import {
  makeTable,
  unitColumns,
  type ReportTable,
  type TableColumn,
  type TableNames,
} from '../tables/report-table.ts'
import type { CommuneLine, LateStep, OverdueAction, ProgressFigures } from './progress-figures.ts'
import { sumByDistrict, sumLines, type Sums } from './sum-by-district.ts'

export const progressTableNames = [
  'events',
  'districts',
  'communes',
  'findingStates',
  'late',
  'overdue',
  'trainingCover',
] as const
export type ProgressTableName = (typeof progressTableNames)[number]

const sumColumn = (key: string, of: (line: CommuneLine) => number): TableColumn<CommuneLine> => ({
  key,
  width: 1,
  value: of,
})

/** How far each commune is: the first columns of several tables. */
const communeColumns: readonly TableColumn<CommuneLine>[] = [
  ...unitColumns<CommuneLine>(false),
  sumColumn('stepsDone', line => line.stepsDone),
  { key: 'nextStep', width: 5, value: ({ next }, { text }) => (next ? text(next.title) : null) },
  sumColumn('lateSteps', line => line.lateSteps),
  { key: 'survey', width: 2, value: ({ surveyState }, { state }) => state('response', surveyState) },
  sumColumn('audits', line => line.audits),
  sumColumn('openFindings', line => line.openFindings),
  sumColumn('overdueActions', line => line.overdueActions),
  sumColumn('documents', line => line.documents),
  { key: 'declaredOn', width: 2, value: ({ declaredOn }) => declaredOn ?? null },
]

const trainingColumns: readonly TableColumn<CommuneLine>[] = [
  ...unitColumns<CommuneLine>(false),
  sumColumn('sessions', line => line.sessions),
  sumColumn('staff', line => line.staff),
  sumColumn('trained', line => line.trained),
  {
    key: 'trainedShare',
    width: 1,
    value: ({ staff, trained }) => (staff === 0 ? null : Math.round((trained / staff) * 100)),
  },
]

interface District {
  readonly name: string
  readonly sums: Sums
}

const districtFigures = [
  'communes',
  'stepsDone',
  'lateSteps',
  'surveysSent',
  'surveysApproved',
  'audits',
  'openFindings',
  'overdueActions',
  'declarations',
] as const satisfies readonly (keyof Sums)[]

const districtColumns: readonly TableColumn<District>[] = [
  { key: 'district', width: 4, value: ({ name }) => name },
  ...districtFigures.map((figure): TableColumn<District> => ({
    key: figure,
    width: 1,
    value: ({ sums }) => sums[figure],
  })),
]

const lateColumns: readonly TableColumn<LateStep>[] = [
  ...unitColumns<LateStep>(false),
  { key: 'step', width: 5, value: ({ step }, { text }) => text(step.title) },
  { key: 'plannedOn', width: 2, value: ({ plannedOn }) => plannedOn },
  { key: 'daysLate', width: 1, value: ({ days }) => days },
  {
    key: 'blockedBy',
    width: 5,
    value: ({ waitsOn, progress }, { words, text }) => {
      const [first] = waitsOn
      return (
        [
          ...(progress ? [words('blocked.progress', progress)] : []),
          ...(first
            ? [
                waitsOn.length === 1
                  ? words('blocked.step', { step: text(first.title) })
                  : words('blocked.steps', { step: text(first.title), count: waitsOn.length - 1 }),
              ]
            : []),
        ].join(' ') || words('blocked.nothing')
      )
    },
  },
  { key: 'owner', width: 2, value: ({ owner }, { person }) => (owner === undefined ? null : person(owner)) },
]

const overdueColumns: readonly TableColumn<OverdueAction>[] = [
  ...unitColumns<OverdueAction>(false),
  { key: 'number', width: 3, value: ({ line }) => line.number },
  { key: 'findingGrade', width: 2, value: ({ line }, { grade }) => grade(line.grade) },
  { key: 'nature', width: 5, value: ({ line }) => line.nature },
  { key: 'dueOn', width: 2, value: ({ line }) => line.dueOn },
  { key: 'daysLate', width: 1, value: ({ line }) => line.daysLate },
  { key: 'state', width: 2, value: ({ line }, { state }) => state('finding', line.state) },
]

/** A table of the report; each is made from the same lists that the sums count. Sums are in its last row. */
export function progressTable(
  name: ProgressTableName,
  figures: ProgressFigures,
  names: TableNames,
): ReportTable {
  const { words } = names
  const { communes, late, overdue, findings, events } = figures
  const total = sumLines(communes)
  switch (name) {
    case 'events': {
      const byKind = Map.groupBy(events, ({ kind }) => kind)
      const rows = eventKinds.map(kind => ({
        name: words(`event.${kind}`),
        count: byKind.get(kind)?.length ?? 0,
        communes: new Set(byKind.get(kind)?.map(({ unit }) => unit.id)).size,
      }))
      return makeTable<(typeof rows)[number]>(
        name,
        [
          { key: 'event', width: 6, value: row => row.name },
          { key: 'count', width: 2, value: row => row.count },
          { key: 'inCommunes', width: 2, value: row => row.communes },
        ],
        rows,
        names,
      )
    }
    case 'districts':
      return makeTable(
        name,
        districtColumns,
        [
          ...sumByDistrict(communes).map(({ district, sums }) => ({
            name: district?.fullName ?? words('noDistrict'),
            sums,
          })),
          { name: words('total'), sums: total },
        ],
        names,
      )
    case 'communes':
      return withTotal(makeTable(name, communeColumns, communes, names), names, [
        total.stepsDone,
        null,
        total.lateSteps,
        null,
        total.audits,
        total.openFindings,
        total.overdueActions,
        total.documents,
        null,
      ])
    case 'findingStates': {
      const rows = findingStates.flatMap(state => {
        const cells = findings.get(state)
        return cells ? [{ name: names.state('finding', state), cells }] : []
      })
      const sum = Object.fromEntries(
        grades.map(grade => [grade, rows.reduce((all, { cells }) => all + cells[grade], 0)]),
      ) as (typeof rows)[number]['cells']
      return makeTable<(typeof rows)[number]>(
        name,
        [
          { key: 'state', width: 4, value: row => row.name },
          ...grades.map((grade): TableColumn<(typeof rows)[number]> => ({
            key: `grade.${grade}`,
            width: 2,
            value: ({ cells }) => cells[grade],
          })),
          {
            key: 'all',
            width: 2,
            value: ({ cells }) => grades.reduce((all, grade) => all + cells[grade], 0),
          },
        ],
        [...rows, { name: words('total'), cells: sum }],
        names,
      )
    }
    case 'late':
      return makeTable(name, lateColumns, late, names)
    case 'overdue':
      return makeTable(name, overdueColumns, overdue, names)
    case 'trainingCover':
      return withTotal(makeTable(name, trainingColumns, communes, names), names, [
        total.sessions,
        total.staff,
        total.trained,
        total.staff === 0 ? null : Math.round((total.trained / total.staff) * 100),
      ])
  }
}

const withTotal = (
  table: ReportTable,
  { words }: TableNames,
  sums: ReportTable['rows'][number],
): ReportTable => ({ ...table, rows: [...table.rows, [words('total'), ...sums]] })
