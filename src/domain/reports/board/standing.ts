import type { CommuneSpan } from '../../qms/due-on.ts'
import { gatherFacts, type StoredThing } from '../../qms/gather-facts.ts'
import { judgeGates, readinessOf } from '../../qms/judge-gates.ts'
import { judgeSteps } from '../../qms/judge-steps.ts'
import type { Programme } from '../../qms/programme.ts'
import type { QmsFacts, QmsSettings } from '../../qms/qms-facts.ts'
import { listLeft } from './list-left.ts'
import { listScores, type Scores } from './list-scores.ts'
import { listTrainees, type Trainee } from './list-trainees.ts'

/** One step of a commune, as its cell of the board says it. */
export interface StepCell {
  readonly id: string
  readonly state: 'open' | 'begun' | 'done' | 'said'
  readonly plannedOn: string | null
  /** When it was done, as far as known. */
  readonly on: string | null
  readonly owner: string | null
  readonly daysLate: number
}

/** A decision of a confirmed management review. */
export interface DecisionLine {
  /** The review's thing. */
  readonly thing: string
  readonly id: string
  readonly text: string
  readonly dueOn: string | null
  readonly doneOn: string | null
}

/**
 * Where one commune stands: all that boards and dashboards count, and nothing more. It is plain JSON, since a tablet keeps
 * it beside the feed that it was made of, so that a province's board need not read a hundred thousand rows.
 */
export interface Standing extends Scores {
  readonly unit: string
  /** In the order of the road. */
  readonly steps: readonly StepCell[]
  /** Ids of gates that have to be met before the declaration. */
  readonly metGates: readonly string[]
  readonly openGates: readonly string[]
  readonly readiness: ReturnType<typeof readinessOf>
  /** Day of the first signed declaration. */
  readonly declaredOn: string | null
  readonly decisions: readonly DecisionLine[]
  /** Responses that were sent before the commune moved or began another form, and wait for their review. */
  readonly leftSurveys: readonly string[]
  /** Who works within the scope now. */
  readonly trainees: readonly Trainee[]
  /** Percent of files settled on time, of the newest figures. */
  readonly onTimeRate: number | null
  /** When anything of the commune was last recorded, milliseconds since 1970. */
  readonly changedAt: number | null
}

type FactsGiven = Parameters<typeof gatherFacts>[1]

export interface StandingGiven extends Omit<FactsGiven, 'unit'> {
  readonly unit: CommuneSpan
  /** All of the province, as `readProgrammes` gives them. */
  readonly programmes: readonly Programme[]
  readonly settings: QmsSettings
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Of the things of a commune's `unit` feed. The one place that says from which facts the figures come. */
export function makeStanding(things: readonly StoredThing[], given: StandingGiven): Standing {
  const { unit, settings, today, dayOf } = given
  const facts = gatherFacts(things, { ...given, unit: unit.id })
  const gates = judgeGates(facts, settings, today).filter(({ gate }) => gate.isMust)
  const isMet = (value: string): boolean => value === 'met' || value === 'na'
  const signed = [...facts.declarations.values()].flatMap(one => (one.signed ? [dayOf(one.signed.at)] : []))
  return {
    unit: unit.id,
    steps: judgeSteps(facts, settings, today, given.programme, unit).map(
      ({ step, state, evidence, plannedOn, owner, daysLate }) => ({
        id: step.id,
        state,
        plannedOn: plannedOn ?? null,
        on: evidence.on ?? null,
        owner: owner ?? null,
        daysLate,
      }),
    ),
    metGates: gates.filter(({ value }) => isMet(value)).map(({ gate }) => gate.id),
    openGates: gates.filter(({ value }) => !isMet(value)).map(({ gate }) => gate.id),
    readiness: readinessOf(gates),
    declaredOn: signed.sort()[0] ?? null,
    decisions: decisionsOf(facts),
    leftSurveys: listLeft(things, given),
    trainees: listTrainees(facts, today),
    onTimeRate: facts.onTimeRate ?? null,
    changedAt: lastTimeOf(things),
    ...listScores(things, facts),
  }
}

const decisionsOf = ({ reviews }: QmsFacts): readonly DecisionLine[] =>
  [...reviews].flatMap(([thing, { decisions, confirmedBy }]) =>
    confirmedBy === undefined
      ? []
      : decisions.map(({ id, text, dueOn, doneOn }) => ({
          thing,
          id,
          text,
          dueOn: dueOn ?? null,
          doneOn: doneOn ?? null,
        })),
  )

function lastTimeOf(things: readonly StoredThing[]): number | null {
  let last: number | null = null
  for (const { fields } of things) for (const { at } of fields) if (last === null || at > last) last = at
  return last
}
