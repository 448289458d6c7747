import { ageOf, type Age, type FindingFilter } from './finding-filter.ts'
import { isSettled, type FindingState } from './finding-state.ts'
import { needsAction } from './grade.ts'
import type { FindingLine } from './list-findings.ts'

/** A figure, and the filter that lists exactly what it counts. */
export interface FindingFigure {
  readonly count: number
  readonly filter: FindingFilter
}

export interface Bar extends FindingFigure {
  readonly key: string
}

/** A bar of the Pareto: with the share that it and all before it have. */
export interface ParetoBar extends Bar {
  /** Percent of all counted, 0–100; the last bar has 100. */
  readonly sumPercent: number
}

export interface BoardFigures {
  readonly open: FindingFigure
  readonly late: FindingFigure
  readonly repeats: FindingFigure
  /** Findings that ask for action, by state and age; every one of them in exactly one cell. */
  readonly byState: ReadonlyMap<FindingState, Readonly<Record<Age, FindingFigure>>>
  /** Nonconformities by clause, most first; one with two clauses counts for both. */
  readonly byClause: readonly ParetoBar[]
  /** Late ones by commune, most first. */
  readonly lateByUnit: readonly Bar[]
  /** Those that were found before, most urgent first as the lines are. */
  readonly repeated: readonly FindingLine[]
}

/**
 * What the board counts; each figure says by which filter, so that it leads to them.
 * @param unit the lines are of this commune alone; null: of all
 */
export function boardFigures(
  lines: readonly FindingLine[],
  today: string,
  unit: string | null = null,
): BoardFigures {
  const asked = lines.filter(({ grade }) => needsAction(grade))
  const counts = new Map<FindingState, Record<Age, number>>()
  for (const { state, raisedOn } of asked) {
    const cells = counts.get(state) ?? { upTo15: 0, upTo30: 0, upTo60: 0, over60: 0 }
    cells[ageOf(raisedOn, today)]++
    counts.set(state, cells)
  }
  const byState = [...counts].map(([state, cells]) => {
    const cell = (age: Age): FindingFigure => ({
      count: cells[age],
      filter: { focus: 'asked', unit, state, age },
    })
    const ofAges = {
      upTo15: cell('upTo15'),
      upTo30: cell('upTo30'),
      upTo60: cell('upTo60'),
      over60: cell('over60'),
    }
    return [state, ofAges] as const
  })
  const late = lines.filter(({ daysLate }) => daysLate > 0)
  const repeated = lines.filter(({ isRepeat }) => isRepeat)
  const clauses = countKeys(asked.flatMap(line => [...new Set(line.clauses)]))
  return {
    open: {
      count: lines.filter(({ state }) => !isSettled(state)).length,
      filter: { focus: 'open', unit },
    },
    late: { count: late.length, filter: { focus: 'late', unit } },
    repeats: { count: repeated.length, filter: { focus: 'repeat', unit } },
    byState: new Map(byState),
    byClause: addSums(
      clauses.map(([clause, count]) => ({
        key: clause,
        count,
        filter: { focus: 'asked', unit, clause },
      })),
    ),
    lateByUnit: countKeys(late.map(line => line.unit)).map(([key, count]) => ({
      key,
      count,
      filter: { focus: 'late', unit: key },
    })),
    repeated,
  }
}

function countKeys(keys: readonly string[]): readonly (readonly [key: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
}

function addSums(bars: readonly Bar[]): readonly ParetoBar[] {
  const total = bars.reduce((sum, { count }) => sum + count, 0)
  let sum = 0
  return bars.map(bar => {
    sum += bar.count
    return { ...bar, sumPercent: (100 * sum) / total }
  })
}
