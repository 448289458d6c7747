import { numberIn, type CitizenAnswer, type EffectFacts } from './effect-facts.ts'
import { figure, noFigure, share, type Figure } from './figure.ts'
import type { IndicatorId } from './indicators.ts'
import { monthIds, type Month, type MonthId } from './periods.ts'

/** Fewer answers than that tell what a single person said. */
export const fewestAnswers = 5

type Figures = Partial<Record<IndicatorId, Figure>>

/** Figures of a month as the evaluation has them: files, complaints, satisfaction counted on paper. */
export function measureMonth({ evaluation }: Pick<EffectFacts, 'evaluation'>, month: MonthId): Figures {
  if (!evaluation) return {}
  const row = `ef_months.${monthIds.indexOf(month) + 1}`
  const number = (id: string): number | undefined => numberIn(evaluation.answers, `${id}@${row}`)
  const of = (count: number | undefined, all: number | undefined): Figure =>
    share(count, all, 'evaluation', [evaluation.thing])
  const plain = (value: number | undefined): Figure =>
    figure(value, 'evaluation', { things: [evaluation.thing] })
  const [received, settled, late] = [number('ef_recv'), number('ef_done'), number('ef_late')]
  const days = number('ef_days')
  return {
    ontime_rate: of(settled === undefined || late === undefined ? undefined : settled - late, settled),
    settled_rate: of(settled, received),
    early_rate: of(number('ef_early'), settled),
    avg_days: plain(days === undefined || settled === undefined || settled <= 0 ? undefined : days / settled),
    returned_rate: of(number('ef_suppl'), received),
    satisfaction_rate: of(number('ef_sat_yes'), number('ef_sat_n')),
    satisfaction_n: plain(number('ef_sat_n')),
    complaints: plain(number('ef_comp')),
    complaints_done: of(number('ef_comp_done'), number('ef_comp')),
  }
}

/** What the evaluation asks once, of the whole period: it stands with the third month. */
export function measurePeriod({ evaluation }: Pick<EffectFacts, 'evaluation'>): Figures {
  if (!evaluation) return {}
  const number = (id: string): number | undefined => numberIn(evaluation.answers, id)
  const of = (count: number | undefined, all: number | undefined): Figure =>
    share(count, all, 'evaluation', [evaluation.thing])
  const plain = (value: number | undefined): Figure =>
    figure(value, 'evaluation', { things: [evaluation.thing] })
  const tests = ['ef_find_1', 'ef_find_2', 'ef_find_3'].map(number).filter(value => value !== undefined)
  return {
    nc_total: plain(number('ef_nc')),
    nc_closed_rate: of(number('ef_nc_closed'), number('ef_nc')),
    nc_closed_ontime: of(number('ef_nc_closed_ontime'), number('ef_nc_closed')),
    nc_repeat: plain(number('ef_nc_again')),
    find_minutes: plain(
      tests.length === 0 ? undefined : tests.reduce((sum, one) => sum + one, 0) / tests.length,
    ),
    posted_rate: of(number('ef_posted_ok'), number('ef_posted')),
    trained_rate: of(number('ef_trained'), number('ef_staff')),
    audit_score: plain(number('ef_audit')),
  }
}

const monthsOfComplaints = 12

/** How it was before, as the baseline survey has it. Complaints are asked of a year there. */
export function measureBaseline({ survey }: Pick<EffectFacts, 'survey'>): Figures {
  if (!survey) return {}
  const { valueOf, thing } = survey
  const things = [thing]
  const [settled, late, yearly] = [valueOf('files_settled'), valueOf('files_late'), valueOf('complaints')]
  const onTime = share(
    settled === undefined || late === undefined ? undefined : settled - late,
    settled,
    'survey',
    things,
  )
  return {
    ontime_rate: onTime.value === undefined ? figure(valueOf('ontime_rate'), 'survey', { things }) : onTime,
    settled_rate: share(settled, valueOf('files_received'), 'survey', things),
    satisfaction_rate: figure(valueOf('satisfaction_rate'), 'survey', { things }),
    complaints: figure(yearly === undefined ? undefined : yearly / monthsOfComplaints, 'survey', {
      things,
      note: 'perMonth',
    }),
  }
}

/**
 * What citizens answered on the tablet in a month. Nothing names the answers that were counted, and of fewer than five
 * neither share nor number is told.
 */
export function measureCitizens(
  citizens: readonly CitizenAnswer[],
  { from, to }: Pick<Month, 'from' | 'to'>,
): Figures {
  const own = citizens.filter(({ on }) => from <= on && on <= to)
  if (own.length === 0) return {}
  const few: Figure = { ...noFigure, note: 'few', from: 'data' }
  if (own.length < fewestAnswers) return { satisfaction_rate: few, satisfaction_n: few }
  const satisfied = own.filter(({ isSatisfied }) => isSatisfied).length
  return {
    satisfaction_rate: share(satisfied, own.length, 'data'),
    satisfaction_n: figure(own.length, 'data'),
  }
}
