import type { Unit } from '../../people/unit.ts'
import type { CommuneLine } from './progress-figures.ts'

const summed = [
  'stepsDone',
  'steps',
  'lateSteps',
  'audits',
  'openFindings',
  'overdueActions',
  'documents',
  'staff',
  'trained',
  'sessions',
  'reviews',
  'declarations',
] as const
export type SummedFigure = (typeof summed)[number]

export type Sums = Readonly<Record<SummedFigure | 'communes' | 'surveysSent' | 'surveysApproved', number>>

export interface DistrictSum {
  /** Undefined for communes without a district, as since 1 July 2025. */
  readonly district: Unit | undefined
  readonly sums: Sums
}

/** The figures of some communes together. A survey that is approved has been sent too. */
export function sumLines(lines: readonly CommuneLine[]): Sums {
  const total = (pick: (line: CommuneLine) => number): number =>
    lines.reduce((sum, line) => sum + pick(line), 0)
  return {
    communes: lines.length,
    surveysSent: total(({ surveyState }) => Number(surveyState === 'sent' || surveyState === 'approved')),
    surveysApproved: total(({ surveyState }) => Number(surveyState === 'approved')),
    ...(Object.fromEntries(summed.map(figure => [figure, total(line => line[figure])])) as Record<
      SummedFigure,
      number
    >),
  }
}

/** The figures of each district, in the order of its first commune. */
export const sumByDistrict = (lines: readonly CommuneLine[]): readonly DistrictSum[] =>
  [...Map.groupBy(lines, ({ district }) => district?.id)].map(([, own]) => ({
    district: own[0]?.district,
    sums: sumLines(own),
  }))
