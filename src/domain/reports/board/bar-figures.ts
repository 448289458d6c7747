import { needsAction } from '../../audits/grade.ts'
import type { BoardCommune } from './board-commune.ts'
import { communeItem } from './count-figures.ts'
import type { FigureItem } from './figure-item.ts'

export const barIds = ['readiness', 'missingGates', 'survey', 'pareto', 'onTime', 'satisfaction'] as const
export type BarId = (typeof barIds)[number]

/** A bar and what it counts: its height is how many there are or, of scores, the mean of their values. */
export interface Bar {
  readonly key: string
  readonly items: readonly FigureItem[]
}

export interface BarGiven {
  /** Percent on time that the province asks for. */
  readonly onTimeRate: number
}

/** How many gates that must be met are not yet, from ready to hardly begun. */
export const gateBands = [
  { key: '0', most: 0 },
  { key: '1-2', most: 2 },
  { key: '3-8', most: 8 },
  { key: '9-16', most: 16 },
  { key: '17-', most: Infinity },
] as const

type Keyed = readonly (readonly [key: string, item: FigureItem])[]
type ToKeyed = (commune: BoardCommune, given: BarGiven) => Keyed

const keyed: Readonly<Record<BarId, ToKeyed>> = {
  readiness(commune) {
    if (!commune.standing) return []
    const open = commune.standing.openGates.length
    const band = gateBands.find(({ most }) => open <= most)
    return band ? [[band.key, communeItem(commune, open)]] : []
  },
  missingGates: commune =>
    (commune.standing?.openGates ?? []).map(gate => [gate, communeItem(commune)] as const),
  survey(commune) {
    const survey = commune.standing?.survey
    return Object.entries(survey?.sections ?? {}).map(
      ([section, score]) => [section, communeItem(commune, score)] as const,
    )
  },
  /** A finding with two clauses counts for both. */
  pareto: ({ findings }) =>
    findings
      .filter(({ grade }) => needsAction(grade))
      .flatMap(({ clauses, unit, thing, nature, number }) =>
        [...new Set(clauses)].map(
          clause =>
            [
              clause,
              { kind: 'finding', unit, thing, part: '', title: nature || number, value: null },
            ] as const,
        ),
      ),
  onTime(commune, { onTimeRate }) {
    const rate = commune.standing?.onTimeRate ?? null
    const key = rate === null ? 'unknown' : rate >= onTimeRate ? 'met' : 'below'
    return [[key, communeItem(commune, rate)]]
  },
  satisfaction: ({ unit, standing }) =>
    (standing?.citizens ?? []).map(
      ({ thing, score }) =>
        [
          score >= 50 ? 'satisfied' : 'notSatisfied',
          { kind: 'citizen', unit: unit.id, thing, part: '', title: '', value: score },
        ] as const,
    ),
}

const order: Readonly<Partial<Record<BarId, readonly string[]>>> = {
  readiness: gateBands.map(({ key }) => key),
  onTime: ['met', 'below', 'unknown'],
  satisfaction: ['satisfied', 'notSatisfied'],
}

/** The bars of a figure, in their own order or, of what is missing or found, the longest first. */
export function listBars(communes: readonly BoardCommune[], id: BarId, given: BarGiven): readonly Bar[] {
  const byKey = new Map<string, FigureItem[]>()
  for (const key of order[id] ?? []) byKey.set(key, [])
  for (const commune of communes)
    for (const [key, item] of keyed[id](commune, given)) {
      const own = byKey.get(key)
      if (own) own.push(item)
      else byKey.set(key, [item])
    }
  const bars = [...byKey].map(([key, items]) => ({ key, items }))
  if (order[id]) return bars
  if (id === 'survey') return bars.sort((a, b) => (a.key < b.key ? -1 : 1))
  return bars.sort((a, b) => b.items.length - a.items.length || (a.key < b.key ? -1 : 1))
}

/** The mean of the values that are known; null when none is. */
export function meanOf(items: readonly FigureItem[]): number | null {
  const known = items.flatMap(({ value }) => (value === null ? [] : [value]))
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
