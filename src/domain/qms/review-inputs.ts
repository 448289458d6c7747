import { addMonths } from '../../lib/calendar-day.ts'
import { isSettled } from '../audits/finding-state.ts'
import { grades, type Grade } from '../audits/grade.ts'
import type { EffectFacts } from './effect/effect-facts.ts'
import type { Figure } from './effect/figure.ts'
import { measureCitizens, measureMonth } from './effect/measure-files.ts'
import { monthIds } from './effect/periods.ts'

/** What the data says on the inputs of a management review (TCVN ISO 9001:2008, 5.6.2). */
export interface ReviewInputs {
  /** The newest signed report, with what was found in that audit. */
  readonly audit: { readonly number: string; readonly findings: Readonly<Record<Grade, number>> } | undefined
  /** What citizens said; `few`: so few that nothing of it is told. */
  readonly satisfaction: { readonly rate: number; readonly answers: number } | 'few' | undefined
  readonly onTimeRate: number | undefined
  readonly actions: { readonly open: number; readonly closed: number; readonly late: number }
  /** Decisions of earlier reviews that are not done. */
  readonly openDecisions: readonly string[]
  readonly changes: {
    /** The day of the review before; without one, a year ago, or when the list of the staff was begun. */
    readonly since: string
    readonly came: readonly string[]
    readonly left: readonly string[]
    /** Documents issued, by title. */
    readonly issued: readonly string[]
  }
}

export function reviewInputs(effect: EffectFacts, today: string): ReviewInputs {
  const { qms } = effect
  const reviews = [...qms.reviews.values()]
  const since = beginOfChanges(qms, today)
  const report = qms.reports.at(-1)?.content
  const findings = [...qms.findings.values()]
  const inAudit = findings.filter(({ request }) => request?.audit === report?.audit)
  const actions = findings.filter(({ state }) => state !== 'noted' && state !== 'cancelled')
  const open = actions.filter(({ state }) => !isSettled(state))
  const staff = [...qms.road.staff.values()]
  return {
    audit: report && {
      number: report.number,
      findings: Object.fromEntries(
        grades.map(grade => [grade, inAudit.filter(({ request }) => request?.grade === grade).length]),
      ) as Record<Grade, number>,
    },
    satisfaction: satisfactionOf(effect, since, today),
    onTimeRate: qms.onTimeRate,
    actions: {
      open: open.length,
      closed: actions.length - open.length,
      late: open.filter(({ action, request }) => (action.dueOn ?? request?.dueOn ?? today) < today).length,
    },
    openDecisions: reviews.flatMap(({ decisions }) =>
      decisions
        .filter(({ doneOn, text }) => doneOn === undefined && text.trim() !== '')
        .map(({ text }) => text.trim()),
    ),
    changes: {
      since,
      came: staff.filter(({ from }) => since < from && from <= today).map(({ name }) => name),
      left: staff.filter(({ to }) => to !== null && since <= to && to <= today).map(({ name }) => name),
      issued: [...qms.documents.values()]
        .filter(({ inForce }) => inForce?.issuedOn !== undefined && since < inForce.issuedOn)
        .flatMap(({ texts }) => texts.title ?? []),
    },
  }
}

function beginOfChanges({ reviews, road }: EffectFacts['qms'], today: string): string {
  const before = [...reviews.values()].flatMap(({ on }) => (on !== undefined && on < today ? [on] : []))
  const last = before.sort().at(-1)
  // Whoever was on the list from its first day is no change.
  const listed = [...road.staff.values()].map(({ from }) => from).sort()[0] ?? ''
  const yearAgo = addMonths(today, -12)
  return last ?? (listed > yearAgo ? listed : yearAgo)
}

/** Answers on the tablet; where they tell nothing, the newest month that the evaluation counted on paper. */
function satisfactionOf(effect: EffectFacts, from: string, to: string): ReviewInputs['satisfaction'] {
  const onTablet = measureCitizens(effect.citizens, { from, to })
  const onPaper = monthIds
    .map(month => measureMonth(effect, month))
    .findLast(({ satisfaction_rate: rate }) => rate?.value !== undefined)
  const told = [onTablet, onPaper].map(figures =>
    rateAndCount(figures?.satisfaction_rate, figures?.satisfaction_n),
  )
  return told.find(one => one !== undefined) ?? (onTablet.satisfaction_rate && 'few')
}

const rateAndCount = (rate: Figure | undefined, count: Figure | undefined) =>
  rate?.value === undefined || count?.value === undefined
    ? undefined
    : { rate: rate.value, answers: count.value }
