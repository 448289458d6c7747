import type { BoardCommune } from './board-commune.ts'
import { communeItem } from './count-figures.ts'
import type { FigureItem } from './figure-item.ts'

/** How many communes were to have declared by the end of a month, and how many had. */
export interface ProgressPoint {
  /** `YYYY-MM` */
  readonly month: string
  readonly planned: readonly FigureItem[]
  /** Undefined for months to come. */
  readonly declared: readonly FigureItem[] | undefined
}

/** The step of the declaration. */
const declarationStep = 's13'

/** No chart has more months than ten years. */
const mostMonths = 120

/** The programme's S-curve, month by month from the first day that is planned or was reached until the last or now. */
export function listProgress(communes: readonly BoardCommune[], today: string): readonly ProgressPoint[] {
  const planned = communes.flatMap(commune => {
    const day = commune.standing?.steps.find(({ id }) => id === declarationStep)?.plannedOn
    return day ? [{ day, item: communeItem(commune) }] : []
  })
  const declared = communes.flatMap(commune => {
    const day = commune.standing?.declaredOn
    return day ? [{ day, item: communeItem(commune) }] : []
  })
  const months = [...planned, ...declared].map(({ day }) => monthOf(day)).sort()
  const now = monthOf(today)
  const [first = now, last = now] = [months[0], months.at(-1)]
  const upTo = (list: typeof planned, month: string): readonly FigureItem[] =>
    list.filter(({ day }) => monthOf(day) <= month).map(({ item }) => item)
  const begin = monthBefore(first < now ? first : now)
  return monthsFrom(begin, last > now ? last : now).map(month => ({
    month,
    planned: upTo(planned, month),
    declared: month <= now ? upTo(declared, month) : undefined,
  }))
}

const monthOf = (day: string): string => day.slice(0, 7)

function monthsFrom(first: string, last: string): readonly string[] {
  const months: string[] = []
  for (let month = first; month <= last && months.length < mostMonths; month = monthAfter(month))
    months.push(month)
  return months
}

const monthAfter = (month: string): string => shift(month, 1)
const monthBefore = (month: string): string => shift(month, -1)

function shift(month: string, by: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of - 1 + by, 1)).toISOString().slice(0, 7)
}
