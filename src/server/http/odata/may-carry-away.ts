import type { Unit } from '../../../domain/people/unit.ts'
import type { World } from './entity-set.ts'

/** What the exports ask as well: an auditor reads answers, but does not carry them away. */
export const mayCarryAnswers = ({ scope }: World, unit: Unit): boolean =>
  scope.mayDo('response.export', unit.id)

/** Audits and findings are the auditors' own work too. */
export const mayCarryAudits = ({ scope }: World, unit: Unit): boolean =>
  scope.mayDo('response.export', unit.id) || scope.mayDo('audit.read', unit.id)
