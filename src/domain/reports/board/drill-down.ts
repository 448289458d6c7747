import { barIds, listBars, type BarGiven, type BarId } from './bar-figures.ts'
import type { BoardCommune } from './board-commune.ts'
import { countIds, listCounted, type CountId } from './count-figures.ts'
import type { FigureItem } from './figure-item.ts'
import { listProgress } from './list-progress.ts'

const curveIds = ['planned', 'declaredBy'] as const
export type CurveId = (typeof curveIds)[number]

/** What a figure is called in an address; `key` names a bar or a month. */
export interface Drill {
  readonly of: CountId | BarId | CurveId
  readonly key: string
}

export interface DrillGiven extends BarGiven {
  readonly today: string
}

/** The words of an address as a figure; undefined when there is none of that name. */
export function readDrill(of: string | null, key: string | null): Drill | undefined {
  const known = [...countIds, ...barIds, ...curveIds].find(id => id === of)
  return known && { of: known, key: key ?? '' }
}

/** The things behind a figure, by the very function that the figure is the length of. */
export function drillDown(
  communes: readonly BoardCommune[],
  { of, key }: Drill,
  given: DrillGiven,
): readonly FigureItem[] {
  const count = countIds.find(id => id === of)
  if (count) return listCounted(communes, count, given.today)
  const bar = barIds.find(id => id === of)
  if (bar) return listBars(communes, bar, given).find(one => one.key === key)?.items ?? []
  const point = listProgress(communes, given.today).find(({ month }) => month === key)
  return (of === 'planned' ? point?.planned : point?.declared) ?? []
}
