import type { JsonValue } from '../../lib/json-value.ts'
import type { Action } from '../people/role.ts'
import { readEvidenceFile } from '../responses/evidence-file.ts'
import { isSha256 } from '../responses/photo.ts'
import { readCommentText } from '../responses/response.ts'
import type { QmsRefusal } from './refuse-document-change.ts'
import { parseRoadField } from './road-fields.ts'
import { indicatorIds } from './effect/indicators.ts'
import {
  isTarget,
  readJudgedGate,
  readPlannedStep,
  readSaidDone,
  readScopeProcedure,
  readStaffMember,
} from './road.ts'
import { getStep, steps, type Step } from './steps.ts'

/** Why a field of a road may not be set to a value now; undefined when it may. The app and the server ask the same. */
export function refuseRoadChange(
  name: string,
  value: JsonValue,
  given: {
    readonly mayDo: (action: Action) => boolean
    /** Planned day of a step as it is; undefined when none is planned. */
    readonly plannedOn: (step: string) => string | undefined
  },
): QmsRefusal | undefined {
  const { mayDo } = given
  const field = parseRoadField(name)
  if (!field) return 'unknownField'
  if (field.kind === 'comment') {
    if (!mayDo('qms.comment')) return 'notYourRole'
    return readCommentText(value) === undefined ? 'badValue' : undefined
  }
  if (!mayDo(field.kind === 'step' ? 'qms.plan' : 'qms.write')) return 'notYourRole'
  if (field.kind === 'evidence') {
    if (!isSha256(field.sha256)) return 'badValue'
    return value === null || readEvidenceFile(value) ? undefined : 'badValue'
  }
  if ((field.kind === 'step' || field.kind === 'done') && !getStep(field.name)) return 'unknownField'
  if (field.kind === 'target' && !indicatorIds.some(id => id === field.name)) return 'unknownField'
  if (field.kind === 'exclusion' && !/^7(?:\.\d{1,2}){1,3}$/u.test(field.name)) return 'badValue'
  if (value === null) return undefined
  switch (field.kind) {
    case 'step': {
      const planned = readPlannedStep(value)
      if (!planned) return 'badValue'
      return isInOrder(field.name, planned.plannedOn, given.plannedOn) ? undefined : 'badValue'
    }
    case 'done':
      return readSaidDone(value) ? undefined : 'badValue'
    case 'gate': {
      const gate = readJudgedGate(value)
      if (!gate) return 'badValue'
      // What does not apply, or is said against the figures, has a reason.
      return gate.value === 'na' && gate.reason.trim() === '' ? 'reasonMissing' : undefined
    }
    case 'staff':
      return readStaffMember(value) ? undefined : 'badValue'
    case 'procedure':
      return readScopeProcedure(value) ? undefined : 'badValue'
    case 'target':
      return isTarget(value) ? undefined : 'badValue'
    case 'exclusion':
      return typeof value === 'string' && value.trim() !== '' ? undefined : 'reasonMissing'
  }
}

/** A step is not planned before the ones that come first. */
export const isInOrder = (
  step: string,
  plannedOn: string | undefined,
  plannedOf: (step: string) => string | undefined,
): boolean => findOutOfOrder(step, plannedOn, plannedOf) === undefined

/** The first step whose day does not go with this one: an earlier step planned later, or a later one planned before. */
export function findOutOfOrder(
  step: string,
  plannedOn: string | undefined,
  plannedOf: (step: string) => string | undefined,
): { readonly step: Step; readonly number: number; readonly on: string } | undefined {
  if (plannedOn === undefined) return undefined
  const place = steps.findIndex(({ id }) => id === step)
  for (const [at, other] of steps.entries()) {
    const on = at === place ? undefined : plannedOf(other.id)
    if (on !== undefined && (at < place ? on > plannedOn : on < plannedOn))
      return { step: other, number: at + 1, on }
  }
  return undefined
}
