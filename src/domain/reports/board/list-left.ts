import type { CommuneSpan } from '../../qms/due-on.ts'
import type { StoredThing } from '../../qms/gather-facts.ts'
import type { Programme } from '../../qms/programme.ts'
import { responseType } from '../../responses/response-fields.ts'
import { listLeftSurveys } from '../list-left-surveys.ts'

interface Given {
  readonly unit: CommuneSpan
  readonly programmes: readonly Programme[]
}

/** The surveys of a commune that are in no programme's list and wait for their review (`listLeftSurveys`). */
export function listLeft(things: readonly StoredThing[], { unit, programmes }: Given): readonly string[] {
  const responses = things.filter(({ type }) => type === responseType)
  const isAnswer = ({ field, value }: StoredThing['fields'][number]): boolean =>
    field.startsWith('answers/') && value !== null
  return listLeftSurveys({
    programmes,
    communes: [unit],
    fields: responses.flatMap(({ thing, fields }) =>
      fields.map(({ order: seq, ...field }) => ({ ...field, thing, seq })),
    ),
    answeredOf: response =>
      responses.find(({ thing }) => thing === response)?.fields.filter(isAnswer).length ?? 0,
  }).map(({ response }) => response)
}
