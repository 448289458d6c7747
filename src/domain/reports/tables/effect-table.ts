import type { Unit } from '../../people/unit.ts'
import type { JudgedIndicator } from '../../qms/effect/judge-effect.ts'
import { periodIds } from '../../qms/effect/periods.ts'
import { unitColumns, type TableColumn } from './report-table.ts'

export interface EffectRow {
  readonly unit: Unit
  readonly district: Unit | undefined
  readonly judged: JudgedIndicator
}

/** What applying the system has done, a row for each indicator. What must not be told (few answers) is an empty cell. */
export const effectColumns: readonly TableColumn<EffectRow>[] = [
  ...unitColumns<EffectRow>(true),
  { key: 'indicator', width: 6, value: ({ judged }, { text }) => text(judged.indicator.label) },
  { key: 'measure', width: 1, value: ({ judged }, { text }) => text(judged.indicator.unit) },
  ...periodIds.map((period): TableColumn<EffectRow> => ({
    key: period,
    width: 1,
    value: ({ judged }) => judged.figures[period].value ?? null,
  })),
  { key: 'target', width: 1, value: ({ judged }) => judged.target ?? null },
  { key: 'verdict', width: 2, value: ({ judged }, { words }) => words(`verdict.${judged.verdict}`) },
]
