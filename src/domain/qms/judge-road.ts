import type { FormVersion } from '../forms/form-version.ts'
import type { CommuneSpan } from './due-on.ts'
import { gatherFacts, type FactsGiven, type StoredThing } from './gather-facts.ts'
import { judgeGates, readinessOf, type GateResult } from './judge-gates.ts'
import { judgeSteps, nextStep, type StepStatus } from './judge-steps.ts'
import type { QmsFacts } from './qms-facts.ts'
import { thresholdsOf, type Settings } from './settings.ts'

/** Where a commune is: what is known of it, its steps, and the conditions of its declaration. */
export interface JudgedRoad {
  readonly facts: QmsFacts
  readonly steps: readonly StepStatus[]
  /** The first step that is not done. */
  readonly next: StepStatus | undefined
  readonly gates: readonly GateResult[]
  readonly readiness: ReturnType<typeof readinessOf>
}

export interface RoadGiven extends Omit<FactsGiven, 'unit' | 'checklist'> {
  readonly unit: CommuneSpan
  readonly settings: Settings
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Every form version: built-in ones, then published ones in the order of publication. */
  readonly forms: readonly FormVersion[]
}

/**
 * The one judgement of a commune's road, on the tablet and at the server: the same things make the same result, in
 * whatever order they come.
 */
export function judgeRoad(things: Iterable<StoredThing>, given: RoadGiven): JudgedRoad {
  const { unit, settings, today, forms, ...rest } = given
  const checklist = forms.findLast(({ kind }) => kind === 'audit_checklist')
  const facts = gatherFacts(things, { ...rest, unit: unit.id, checklist })
  const thresholds = thresholdsOf(settings)
  const steps = judgeSteps(facts, thresholds, today, given.programme, unit)
  const gates = judgeGates(facts, thresholds, today)
  return { facts, steps, next: nextStep(steps), gates, readiness: readinessOf(gates) }
}
