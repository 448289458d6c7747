import { isRecord, type JsonValue } from '../../lib/json-value.ts'
import type { FormName } from '../responses/response.ts'

/** A campaign of the province: which communes take part, with which survey, by when. */
export interface Programme {
  readonly id: string
  readonly name: Readonly<Record<string, string>>
  /** The form each commune fills first. */
  readonly surveyForm: FormName | undefined
  /** Last day on which the survey is on time, `YYYY-MM-DD`. */
  readonly surveyDueOn: string | undefined
  /** Ids of the commune units that take part. */
  readonly communes: ReadonlySet<string>
}

export const programmeType = 'programme'

/** Fields: `name`, `surveyForm`, `surveyDueOn`, and `communes/<unit id>` = true for each that takes part. */
export function readProgramme(
  id: string,
  fields: Iterable<{ readonly field: string; readonly value: JsonValue }>,
): Programme {
  let name: Programme['name'] = {}
  let surveyForm: FormName | undefined
  let surveyDueOn: string | undefined
  const communes = new Set<string>()
  for (const { field, value } of fields) {
    if (field === 'name' && isRecord(value)) name = value as Record<string, string>
    if (field === 'surveyForm' && isRecord(value)) surveyForm = value as unknown as FormName
    if (field === 'surveyDueOn' && typeof value === 'string') surveyDueOn = value
    if (field.startsWith('communes/') && value === true) communes.add(field.slice('communes/'.length))
  }
  return { id, name, surveyForm, surveyDueOn, communes }
}
