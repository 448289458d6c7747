import { isDay } from '../../lib/calendar-day.ts'
import { isRecord, type JsonValue } from '../../lib/json-value.ts'
import { isStandard, type Standard } from '../audits/clause.ts'
import { isRole } from '../people/role.ts'
import type { FormName } from '../responses/response.ts'
import { getStep, type StepOwners } from './steps.ts'

/** A campaign of the province: which communes take part, with which survey, by when. */
export interface Programme {
  readonly id: string
  readonly name: Readonly<Record<string, string>>
  /** `YYYY-MM-DD`; undefined for those that the server began itself. */
  readonly begunOn: string | undefined
  /** Since when it is over; undefined while it runs. */
  readonly endedOn: string | undefined
  /** The form each commune fills first. */
  readonly surveyForm: FormName | undefined
  /** Ids of all forms that are or were the survey, today's first: who has begun an earlier one goes on with it. */
  readonly surveys: readonly string[]
  /** Last day on which the survey is on time, `YYYY-MM-DD`. */
  readonly surveyDueOn: string | undefined
  /** The version that declarations begin with. */
  readonly standard: Standard
  /** The day each step is to be done by, for communes that have set none of their own; by id of the step. */
  readonly plan: ReadonlyMap<string, string>
  /** Who has a step, where the province says so; by id of the step. */
  readonly owners: ReadonlyMap<string, StepOwners>
  /** Ids of the commune units that take part. */
  readonly communes: ReadonlySet<string>
}

export const programmeType = 'programme'

export const programmeFields = {
  /** The first field of each: there is no programme without a name. */
  name: 'name',
  begunOn: 'begunOn',
  endedOn: 'endedOn',
  surveyForm: 'surveyForm',
  surveyDueOn: 'surveyDueOn',
  standard: 'standard',
  /** One value: days that follow one another are changed together or not at all. */
  plan: 'plan',
  /** `true` for each form that is or was the survey; only ever added. */
  survey: (form: string) => `surveys/${form}`,
  owners: (step: string) => `owners/${step}`,
  commune: (unit: string) => `communes/${unit}`,
} as const

const communePrefix = programmeFields.commune('')
const surveyPrefix = programmeFields.survey('')
const ownersPrefix = programmeFields.owners('')
const longestOffice = 200

/** Fields: see `programmeFields`; `communes/<unit id>` = true for each that takes part. */
export function readProgramme(
  id: string,
  fields: Iterable<{ readonly field: string; readonly value: JsonValue }>,
): Programme {
  let name: Programme['name'] = {}
  let begunOn: string | undefined
  let endedOn: string | undefined
  let surveyForm: FormName | undefined
  let surveyDueOn: string | undefined
  let standard: Standard = '2008'
  let plan: Programme['plan'] = new Map()
  const surveys = new Set<string>()
  const owners = new Map<string, StepOwners>()
  const communes = new Set<string>()
  for (const { field, value } of fields) {
    if (field === programmeFields.name && isRecord(value)) name = value as Record<string, string>
    if (field === programmeFields.begunOn && isDay(value)) begunOn = value
    if (field === programmeFields.endedOn && isDay(value)) endedOn = value
    if (field === programmeFields.surveyForm && isRecord(value)) surveyForm = value as unknown as FormName
    if (field === programmeFields.surveyDueOn && typeof value === 'string') surveyDueOn = value
    if (field === programmeFields.standard && isStandard(value)) standard = value
    if (field === programmeFields.plan) plan = readPlan(value) ?? plan
    if (field.startsWith(surveyPrefix) && value === true) surveys.add(field.slice(surveyPrefix.length))
    if (field.startsWith(ownersPrefix)) {
      const found = readOwners(value)
      if (found) owners.set(field.slice(ownersPrefix.length), found)
    }
    if (field.startsWith(communePrefix) && value === true) communes.add(field.slice(communePrefix.length))
  }
  return {
    id,
    name,
    begunOn,
    endedOn,
    surveyForm,
    surveys: [...new Set([...(surveyForm ? [surveyForm.id] : []), ...[...surveys].sort()])],
    surveyDueOn,
    standard,
    plan,
    owners,
    communes,
  }
}

/** Roles and an office in words, at least one of them; undefined when it is neither. */
export function readOwners(value: JsonValue): StepOwners | undefined {
  if (!isRecord(value)) return undefined
  const { roles = [], office = '' } = value
  if (!Array.isArray(roles) || typeof office !== 'string' || office.length > longestOffice) return undefined
  const known = roles.filter(role => typeof role === 'string' && isRole(role))
  if (known.length < roles.length || (known.length === 0 && office.trim() === '')) return undefined
  return { roles: known, office }
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
