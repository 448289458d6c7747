import gatesJson from '../../content/qms/gates.json' with { type: 'json' }
import type { LocalText } from '../forms/form-version.ts'

/** What is computed from what is there, by name. */
export const gateRules = [
  'attendanceRate',
  'auditorsTrained',
  'quizAverage',
  'mandatoryProcedures',
  'scopeCovered',
  'reviewPoints',
  'daysApplied',
  'onTimeRate',
  'clauseCoverage',
  'openMajors',
  'lateMinors',
  'reviewAfterAudit',
  'decisionsAssigned',
] as const
export type GateRule = (typeof gateRules)[number]

/** A condition of the declaration; 29 of them, 24 of which must be met. */
export interface Gate {
  readonly id: string
  readonly section: LocalText
  readonly label: LocalText
  readonly clauses: readonly string[]
  /** Without it nothing is declared. */
  readonly isMust: boolean
  /** How it is shown: by a paper, by figures, by looking. */
  readonly proof: 'file' | 'figures' | 'observation'
  readonly rule?: GateRule
}

export const gates: readonly Gate[] = gatesJson as readonly Gate[]
