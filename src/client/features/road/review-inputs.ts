import { isSettled } from '../../../domain/audits/finding-state.ts'
import { grades, type Grade } from '../../../domain/audits/grade.ts'
import type { QmsFacts } from '../../../domain/qms/qms-facts.ts'

/** What the data says on the inputs of a management review (TCVN ISO 9001:2008, 5.6.2). */
export interface ReviewInputs {
  readonly lastAudit: string | undefined
  readonly findings: Readonly<Record<Grade, number>>
  readonly onTimeRate: number | undefined
  readonly actions: { readonly open: number; readonly closed: number; readonly late: number }
  /** Decisions of earlier reviews that are not done. */
  readonly openDecisions: readonly string[]
}

export function reviewInputs(facts: QmsFacts, today: string): ReviewInputs {
  const findings = [...facts.findings.values()]
  const count = (grade: Grade): number => findings.filter(one => one.request?.grade === grade).length
  const actions = findings.filter(({ state }) => state !== 'noted' && state !== 'cancelled')
  const open = actions.filter(({ state }) => !isSettled(state))
  return {
    lastAudit: facts.reports.at(-1)?.content.number,
    findings: Object.fromEntries(grades.map(grade => [grade, count(grade)])) as Record<Grade, number>,
    onTimeRate: facts.onTimeRate,
    actions: {
      open: open.length,
      closed: actions.length - open.length,
      late: open.filter(({ action, request }) => (action.dueOn ?? request?.dueOn ?? today) < today).length,
    },
    openDecisions: [...facts.reviews.values()].flatMap(({ decisions }) =>
      decisions.filter(({ doneOn }) => doneOn === undefined).map(({ text }) => text),
    ),
  }
}
