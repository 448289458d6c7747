import { documentsAppliedSince } from '../documents-applied-since.ts'
import type { EffectFacts } from './effect-facts.ts'
import { readConclusion, type Conclusion } from './evaluation.ts'
import { noFigure, type Figure } from './figure.ts'
import { indicators, type Indicator, type IndicatorId } from './indicators.ts'
import { measureData } from './measure-data.ts'
import { measureBaseline, measureCitizens, measureMonth, measurePeriod } from './measure-files.ts'
import { listMonths, monthIds, periodIds, type Month, type PeriodId } from './periods.ts'

export const verdicts = ['met', 'notMet', 'better', 'worse', 'same', 'info', 'noData'] as const
/** `met`, `notMet`: against the target. Where there is none, against how it was before. */
export type EffectVerdict = (typeof verdicts)[number]

export interface JudgedIndicator {
  readonly indicator: Indicator
  readonly target: number | undefined
  readonly figures: Readonly<Record<PeriodId, Figure>>
  /** The newest period of the three months that has a value. */
  readonly latest: PeriodId | undefined
  /** Latest less baseline; undefined without either. */
  readonly change: number | undefined
  readonly verdict: EffectVerdict
}

export interface Effect {
  /** First day of applying the system; undefined before. */
  readonly startedOn: string | undefined
  readonly months: readonly Month[]
  readonly indicators: readonly JudgedIndicator[]
  readonly counts: Readonly<Record<EffectVerdict, number>>
  /** What the evaluators conclude, and of which form. */
  readonly conclusion: Conclusion | undefined
  readonly evaluation: EffectFacts['evaluation']
}

/**
 * Whether applying the system has done something: each indicator before and in the three months, against the commune's
 * own target or the usual one. What the app counts itself goes before what was written into the evaluation.
 */
export function judgeEffect(facts: EffectFacts, today: string): Effect {
  const { qms, evaluation } = facts
  const startedOn = documentsAppliedSince(qms.documents.values())
  const months = startedOn === undefined ? [] : listMonths(startedOn, today)
  const byPeriod = measureAll(facts, months, today)
  const judged = indicators.map(indicator =>
    judgeIndicator(indicator, {
      target: qms.road.targets.get(indicator.id) ?? indicator.target ?? undefined,
      figures: Object.fromEntries(
        periodIds.map(period => [period, byPeriod[period][indicator.id] ?? noFigure]),
      ) as JudgedIndicator['figures'],
    }),
  )
  return {
    startedOn,
    months,
    indicators: judged,
    counts: Object.fromEntries(
      verdicts.map(name => [name, judged.filter(({ verdict }) => verdict === name).length]),
    ) as Effect['counts'],
    conclusion: evaluation && readConclusion(evaluation),
    evaluation,
  }
}

type ByPeriod = Record<PeriodId, Partial<Record<IndicatorId, Figure>>>

function measureAll(facts: EffectFacts, months: readonly Month[], today: string): ByPeriod {
  const surveyed = facts.survey?.on
  // A survey that was sent late says how it was before; the lists of that day do not.
  const first = months[0]?.from
  const before = surveyed !== undefined && (first === undefined || surveyed < first) ? surveyed : undefined
  const measured: ByPeriod = {
    baseline: {
      ...(before !== undefined && {
        trained_rate: measureData(facts, { from: before, to: before }).trained_rate,
      }),
      ...measureBaseline(facts),
    },
    month1: {},
    month2: {},
    month3: {},
  }
  for (const id of monthIds) {
    const month = months.find(one => one.id === id)
    const written = { ...(id === 'month3' && measurePeriod(facts)), ...measureMonth(facts, id) }
    if (!month || month.state === 'ahead') measured[id] = written
    else {
      const to = month.to < today ? month.to : today
      const counted = measureData(facts, { from: month.from, to })
      const citizens = moreAnswers(measureCitizens(facts.citizens, month), written)
      measured[id] = { ...written, ...known(counted), ...citizens }
    }
  }
  return measured
}

const known = (figures: Partial<Record<IndicatorId, Figure>>): Partial<Record<IndicatorId, Figure>> =>
  Object.fromEntries(Object.entries(figures).filter(([, { value }]) => value !== undefined))

/** Answers are given on the tablet and on paper: where more of them were counted says more. */
function moreAnswers(
  onTablet: Partial<Record<IndicatorId, Figure>>,
  written: Partial<Record<IndicatorId, Figure>>,
): Partial<Record<IndicatorId, Figure>> {
  const own = onTablet.satisfaction_n
  const onPaper = written.satisfaction_n?.value
  if (!own || onPaper === undefined) return onTablet
  return own.value !== undefined && own.value >= onPaper ? onTablet : {}
}

function judgeIndicator(
  indicator: Indicator,
  { target, figures }: Pick<JudgedIndicator, 'target' | 'figures'>,
): JudgedIndicator {
  const latest = monthIds.findLast(id => figures[id].value !== undefined)
  const now = latest && figures[latest].value
  const before = figures.baseline.value
  const change = now === undefined || before === undefined ? undefined : Math.round((now - before) * 10) / 10
  const found = { indicator, target, figures, latest, change }
  if (now === undefined) return { ...found, verdict: 'noData' }
  if (indicator.direction === 'info') return { ...found, verdict: 'info' }
  const isUp = indicator.direction === 'up'
  if (target !== undefined)
    return { ...found, verdict: (isUp ? now >= target : now <= target) ? 'met' : 'notMet' }
  if (change === undefined) return { ...found, verdict: 'info' }
  return { ...found, verdict: change === 0 ? 'same' : change > 0 === isUp ? 'better' : 'worse' }
}
