import { listChecklistItems } from '../../audits/checklist.ts'
import type { Finding } from '../../audits/finding.ts'
import { trainingCoverage } from '../training-coverage.ts'
import type { EffectFacts } from './effect-facts.ts'
import { figure, noFigure, share, type Figure } from './figure.ts'
import type { IndicatorId } from './indicators.ts'

type Figures = Partial<Record<IndicatorId, Figure>>

/** What the app knows by itself as of a day: findings and their actions, training, the latest audit. */
export function measureData(
  facts: EffectFacts,
  { from, to }: { readonly from: string; readonly to: string },
): Figures {
  const { qms, dayOf } = facts
  const nonconformities = [...qms.findings].filter(
    ([, { request, state }]) =>
      (request?.grade === 'major' || request?.grade === 'minor') && state !== 'cancelled',
  )
  const raisedBy = nonconformities.filter(([, { request }]) => (request?.raisedOn ?? '') <= to)
  const raised = raisedBy.filter(([, { request }]) => (request?.raisedOn ?? '') >= from)
  const closedOn = (one: Finding): string | undefined => {
    const last = one.moves.findLast(({ at }) => dayOf(at) <= to)
    return last?.to === 'closed' ? dayOf(last.at) : undefined
  }
  const closed = raisedBy.filter(([, one]) => closedOn(one) !== undefined)
  const inTime = closed.filter(([, one]) => (closedOn(one) ?? '') <= dueOf(one))
  const repeated = raised.filter(([, { request }]) => (request?.repeats.length ?? 0) > 0)
  const things = (list: readonly (readonly [string, Finding])[]): readonly string[] => list.map(([id]) => id)
  const isAudited = qms.reports.some(({ signedOn }) => signedOn <= to)
  const open = raisedBy.filter(one => !closed.includes(one))
  const late = closed.filter(one => !inTime.includes(one))
  return {
    ...(isAudited && {
      nc_total: figure(raised.length, 'data', { things: things(raised) }),
      nc_repeat: figure(repeated.length, 'data', { things: things(repeated) }),
      nc_closed_rate: share(closed.length, raisedBy.length, 'data', things(open)),
      nc_closed_ontime: share(inTime.length, closed.length, 'data', things(late)),
      audit_score: auditScore(facts, to),
    }),
    trained_rate: trainedRate(facts, to),
  }
}

/** Without a day nothing is late. */
const dueOf = ({ action, request }: Finding): string => action.dueOn ?? request?.dueOn ?? '9999'

function trainedRate({ qms }: EffectFacts, day: string): Figure {
  const sessions = qms.sessions.filter(({ on }) => on <= day)
  const people = trainingCoverage({ road: qms.road, sessions }, 'aware', day)
  const trained = people.filter(one => one.sessions.length > 0).length
  const things = sessions.filter(({ subject }) => subject === 'aware').map(({ thing }) => thing)
  return share(trained, people.length, 'data', things)
}

/** Verdicts of the latest audit by the checklist's weights, 0–100; what was not checked does not count. */
function auditScore({ qms, findForm }: EffectFacts, day: string): Figure {
  const report = qms.reports.findLast(({ signedOn }) => signedOn <= day)
  const checklist = report?.content.checklist && findForm(report.content.checklist)
  if (!report) return noFigure
  const weights = new Map(
    checklist ? listChecklistItems(checklist).map(({ id, weight }) => [id, weight]) : [],
  )
  let sum = 0
  let all = 0
  for (const { item, verdict } of report.content.checks) {
    const score = scores[verdict]
    if (score === undefined) continue
    const weight = weights.get(item) ?? 1
    sum += score * weight
    all += weight
  }
  return figure(all === 0 ? undefined : (sum / all) * 100, 'data', { things: [report.thing] })
}

/** As the checklist's options are scored. */
const scores: Readonly<Partial<Record<string, number>>> = { conform: 1, ofi: 0.75, minor: 0.5, major: 0 }
