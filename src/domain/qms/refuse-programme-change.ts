import { isDay } from '../../lib/calendar-day.ts'
import { isRecord, type JsonValue } from '../../lib/json-value.ts'
import { isStandard } from '../audits/clause.ts'
import { programmeFields, readPlan } from './programme.ts'
import { isInOrder } from './refuse-road-change.ts'

const longestName = 200
const communeField = /^communes\/[\w@.-]{1,60}$/u

/** Why a field of a programme may not be set to a value; undefined when it may. The app and the server ask the same. */
export function refuseProgrammeChange(
  field: string,
  value: JsonValue,
): 'unknownField' | 'badValue' | undefined {
  const isFit = fits(field, value)
  return isFit === undefined ? 'unknownField' : isFit ? undefined : 'badValue'
}

function fits(field: string, value: JsonValue): boolean | undefined {
  switch (field) {
    case programmeFields.name:
      return (
        isRecord(value) &&
        Object.values(value).every(words => typeof words === 'string' && words.length <= longestName) &&
        typeof value['vi'] === 'string' &&
        value['vi'].trim() !== ''
      )
    case programmeFields.surveyDueOn:
      return value === null || isDay(value)
    case programmeFields.standard:
      return value === null || isStandard(value)
    case programmeFields.plan: {
      const plan = readPlan(value)
      return plan !== undefined && isPlanInOrder(plan)
    }
    default:
      return communeField.test(field) ? value === null || value === true : undefined
  }
}

/** No step is planned before the ones that come first. */
export const isPlanInOrder = (plan: ReadonlyMap<string, string>): boolean =>
  [...plan].every(([step, day]) => isInOrder(step, day, id => plan.get(id)))
