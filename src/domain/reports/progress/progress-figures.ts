import { listWholeFindings, type FindingLine } from '../../audits/list-findings.ts'
import { isSettled, type FindingState } from '../../audits/finding-state.ts'
import { grades, needsAction, type Grade } from '../../audits/grade.ts'
import type { Unit } from '../../people/unit.ts'
import type { Step } from '../../qms/steps.ts'
import { trainingCoverage } from '../../qms/training-coverage.ts'
import type { CommuneRecord } from '../communes/commune-record.ts'
import { listEvents, type CommuneEvent } from '../communes/list-events.ts'

/** How far one commune is. */
export interface CommuneLine {
  readonly unit: Unit
  readonly district: Unit | undefined
  readonly stepsDone: number
  readonly steps: number
  readonly next: Step | undefined
  readonly lateSteps: number
  readonly surveyState: string
  readonly audits: number
  readonly openFindings: number
  readonly overdueActions: number
  /** Mandatory documents and others that are in force. */
  readonly documents: number
  /** Persons in scope now, and those of them whose name stands on an attendance list of an awareness session. */
  readonly staff: number
  readonly trained: number
  readonly sessions: number
  readonly reviews: number
  readonly declarations: number
  /** The newest declaration's day. */
  readonly declaredOn: string | undefined
}

/** A step past its planned day. */
export interface LateStep {
  readonly unit: Unit
  readonly step: Step
  readonly plannedOn: string
  readonly days: number
  readonly owner: string | undefined
  /** What stands in the way: earlier steps that are not done, and how far this one is. */
  readonly waitsOn: readonly Step[]
  readonly progress: { readonly done: number; readonly total: number } | undefined
}

/** A finding past the day by which the commune had to act. */
export interface OverdueAction {
  readonly unit: Unit
  readonly line: FindingLine
}

export interface ProgressFigures {
  /** In the order of the communes given. */
  readonly communes: readonly CommuneLine[]
  readonly late: readonly LateStep[]
  readonly overdue: readonly OverdueAction[]
  /** Every issued finding stands in exactly one cell. */
  readonly findings: ReadonlyMap<FindingState, Readonly<Record<Grade, number>>>
  /** What happened within the days of the report. */
  readonly events: readonly CommuneEvent[]
}

interface Given {
  /** First and last day that events are counted from. */
  readonly from: string
  readonly to: string
  readonly today: string
  readonly dayOf: (ms: number) => string
}

/** What a progress report says of these communes: states as they are now, events of the days asked for. */
export function progressFigures(communes: readonly CommuneRecord[], given: Given): ProgressFigures {
  const { today } = given
  const findings = new Map<FindingState, Record<Grade, number>>()
  const overdue: OverdueAction[] = []
  for (const { unit, facts } of communes)
    for (const line of listWholeFindings(facts.findings, today)) {
      const cells = findings.get(line.state) ?? noGrades()
      cells[line.grade]++
      findings.set(line.state, cells)
      if (line.daysLate > 0) overdue.push({ unit, line })
    }
  return {
    communes: communes.map(commune => lineOf(commune, overdue, today)),
    late: communes.flatMap(lateStepsOf).sort((a, b) => b.days - a.days),
    overdue: overdue.sort((a, b) => b.line.daysLate - a.line.daysLate),
    findings,
    events: listEvents(communes, given),
  }
}

const noGrades = (): Record<Grade, number> =>
  Object.fromEntries(grades.map(grade => [grade, 0])) as Record<Grade, number>

function lineOf(
  { unit, district, facts, steps }: CommuneRecord,
  overdue: readonly OverdueAction[],
  today: string,
): CommuneLine {
  const isOpen = ({ state }: CommuneRecord['steps'][number]): boolean => state === 'open' || state === 'begun'
  const staff = trainingCoverage(facts, 'aware', today)
  const signed = [...facts.declarations.values()].filter(one => one.signed)
  return {
    unit,
    district,
    stepsDone: steps.filter(one => !isOpen(one)).length,
    steps: steps.length,
    next: steps.find(isOpen)?.step,
    lateSteps: steps.filter(({ daysLate }) => daysLate > 0).length,
    surveyState: facts.survey?.state ?? 'notStarted',
    audits: facts.reports.length,
    openFindings: [...facts.findings.values()].filter(
      ({ request, state }) => request && needsAction(request.grade) && !isSettled(state),
    ).length,
    overdueActions: overdue.filter(one => one.unit.id === unit.id).length,
    documents: [...facts.documents.values()].filter(({ inForce }) => inForce).length,
    staff: staff.length,
    trained: staff.filter(({ sessions }) => sessions.length > 0).length,
    sessions: facts.sessions.length,
    reviews: [...facts.reviews.values()].filter(({ confirmedBy }) => confirmedBy !== undefined).length,
    declarations: signed.length,
    declaredOn: signed
      .flatMap(({ days }) => days.effectiveOn ?? [])
      .sort()
      .at(-1),
  }
}

const lateStepsOf = ({ unit, steps }: CommuneRecord): readonly LateStep[] =>
  steps.flatMap(({ step, plannedOn, daysLate, owner, progress }, at) =>
    daysLate === 0 || plannedOn === undefined
      ? []
      : [
          {
            unit,
            step,
            plannedOn,
            days: daysLate,
            owner,
            progress,
            waitsOn: steps
              .slice(0, at)
              .filter(({ state }) => state === 'open' || state === 'begun')
              .map(one => one.step),
          },
        ],
  )
