import stepsJson from '../../content/qms/steps.json' with { type: 'json' }
import type { LocalText } from '../forms/form-version.ts'
import type { Role } from '../people/role.ts'

/** Who has a step: people with these roles, and an office in the words of the province (empty: none). */
export interface StepOwners {
  readonly roles: readonly Role[]
  readonly office: string
}

/** A step of a commune's road; the list is data (Plan 174: sixteen of them). */
export interface Step {
  readonly id: string
  readonly title: LocalText
  readonly roles: readonly Role[]
  readonly outputs: readonly LocalText[]
  /** How long it usually takes. */
  readonly days: number
  readonly note?: LocalText
}

export const steps: readonly Step[] = stepsJson as readonly Step[]

export const getStep = (id: string): Step | undefined => steps.find(step => step.id === id)
