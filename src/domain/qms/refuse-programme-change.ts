import { isDay } from '../../lib/calendar-day.ts'
import { isRecord, type JsonValue } from '../../lib/json-value.ts'
import { isStandard } from '../audits/clause.ts'
import type { FormVersion } from '../forms/form-version.ts'
import { readFormName, type FormName } from '../responses/response.ts'
import { isSurveyForm } from './is-survey-form.ts'
import { programmeFields, readOwners, readPlan } from './programme.ts'
import { isInOrder } from './refuse-road-change.ts'
import { getStep } from './steps.ts'

const longestName = 200
const communeField = /^communes\/[\w@.-]{1,60}$/u
const surveyField = /^surveys\/.{1,200}$/u

interface Given {
  /** The programme as it is; undefined while there is none of that id. */
  readonly programme: { readonly endedOn: JsonValue } | undefined
  readonly findForm: (name: FormName) => { readonly form: FormVersion } | undefined
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Why a field of a programme may not be set to a value; undefined when it may. The app and the server ask the same. */
export function refuseProgrammeChange(
  field: string,
  value: JsonValue,
  given: Given,
): 'unknownField' | 'badValue' | 'locked' | undefined {
  const { programme } = given
  // It begins with its name; and one that has ended stays as it was, unless it is gone on with.
  if (!programme && field !== programmeFields.name) return 'unknownField'
  if (programme && programme.endedOn !== null && field !== programmeFields.endedOn) return 'locked'
  const isFit = fits(field, value, given)
  return isFit === undefined ? 'unknownField' : isFit ? undefined : 'badValue'
}

function fits(field: string, value: JsonValue, { findForm, today }: Given): boolean | undefined {
  switch (field) {
    case programmeFields.name:
      return (
        isRecord(value) &&
        Object.values(value).every(words => typeof words === 'string' && words.length <= longestName) &&
        typeof value['vi'] === 'string' &&
        value['vi'].trim() !== ''
      )
    case programmeFields.begunOn:
      return isDay(value)
    case programmeFields.endedOn:
      return value === null || (isDay(value) && value <= today)
    case programmeFields.surveyForm: {
      const name = readFormName(value)
      const found = name && findForm(name)
      return found !== undefined && isSurveyForm(found.form)
    }
    case programmeFields.surveyDueOn:
      return value === null || isDay(value)
    case programmeFields.standard:
      return value === null || isStandard(value)
    case programmeFields.plan: {
      const plan = readPlan(value)
      return plan !== undefined && isPlanInOrder(plan)
    }
    default: {
      if (surveyField.test(field)) return value === true
      const [prefix, step = ''] = field.split('/')
      if (prefix === 'owners' && getStep(step) && field === programmeFields.owners(step))
        return value === null || readOwners(value) !== undefined
      return communeField.test(field) ? value === null || value === true : undefined
    }
  }
}

/** No step is planned before the ones that come first. */
export const isPlanInOrder = (plan: ReadonlyMap<string, string>): boolean =>
  [...plan].every(([step, day]) => isInOrder(step, day, id => plan.get(id)))
