import { isDay } from '../../lib/calendar-day.ts'
import { isRecord, type JsonValue } from '../../lib/json-value.ts'
import { isStandard, type Standard } from '../audits/clause.ts'
import type { FormName } from '../responses/response.ts'
import { getStep } from './steps.ts'

/** A campaign of the province: which communes take part, with which survey, by when. */
export interface Programme {
  readonly id: string
  readonly name: Readonly<Record<string, string>>
  /** The form each commune fills first. */
  readonly surveyForm: FormName | undefined
  /** Last day on which the survey is on time, `YYYY-MM-DD`. */
  readonly surveyDueOn: string | undefined
  /** The version that declarations begin with. */
  readonly standard: Standard
  /** The day each step is to be done by, for communes that have set none of their own; by id of the step. */
  readonly plan: ReadonlyMap<string, string>
  /** Ids of the commune units that take part. */
  readonly communes: ReadonlySet<string>
}

export const programmeType = 'programme'

export const programmeFields = {
  name: 'name',
  surveyForm: 'surveyForm',
  surveyDueOn: 'surveyDueOn',
  standard: 'standard',
  /** One value: days that follow one another are changed together or not at all. */
  plan: 'plan',
  commune: (unit: string) => `communes/${unit}`,
} as const

const communePrefix = programmeFields.commune('')

/** Fields: see `programmeFields`; `communes/<unit id>` = true for each that takes part. */
export function readProgramme(
  id: string,
  fields: Iterable<{ readonly field: string; readonly value: JsonValue }>,
): Programme {
  let name: Programme['name'] = {}
  let surveyForm: FormName | undefined
  let surveyDueOn: string | undefined
  let standard: Standard = '2008'
  let plan: Programme['plan'] = new Map()
  const communes = new Set<string>()
  for (const { field, value } of fields) {
    if (field === programmeFields.name && isRecord(value)) name = value as Record<string, string>
    if (field === programmeFields.surveyForm && isRecord(value)) surveyForm = value as unknown as FormName
    if (field === programmeFields.surveyDueOn && typeof value === 'string') surveyDueOn = value
    if (field === programmeFields.standard && isStandard(value)) standard = value
    if (field === programmeFields.plan) plan = readPlan(value) ?? plan
    if (field.startsWith(communePrefix) && value === true) communes.add(field.slice(communePrefix.length))
  }
  return { id, name, surveyForm, surveyDueOn, standard, plan, communes }
}

/** Days by step; undefined when it is none. Null stands for no day at all. */
export function readPlan(value: JsonValue): ReadonlyMap<string, string> | undefined {
  if (value === null) return new Map()
  if (!isRecord(value)) return undefined
  const days = Object.entries(value)
  return days.every(([step, day]) => getStep(step) !== undefined && isDay(day))
    ? new Map(days as readonly (readonly [string, string])[])
    : undefined
}
