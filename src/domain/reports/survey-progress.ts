import type { JsonValue } from '../../lib/json-value.ts'
import { dueOn } from '../qms/due-on.ts'
import { findSurvey } from '../qms/find-survey.ts'
import type { Programme } from '../qms/programme.ts'
import { readMove } from '../responses/move.ts'
import type { ResponseState } from '../responses/response-state.ts'
import { readSentResult } from '../responses/sent-result.ts'
import type { Unit } from '../people/unit.ts'

/** How far a commune's survey is, as a reviewer sees it. */
export type SurveyState = 'notStarted' | ResponseState

export interface SurveyProgress {
  readonly unit: Unit
  readonly district: Unit | undefined
  readonly response: string
  readonly state: SurveyState
  readonly isLate: boolean
  /** 0–100 of the latest sending, as the server computed it; null before that. */
  readonly score: number | null
  readonly band: string | null
  readonly answered: number
  /** When the latest move was made, milliseconds since 1970. */
  readonly movedAt: number | null
  readonly sendings: number
}

/** A field of a response as it is stored. */
export interface MoveField {
  readonly thing: string
  readonly field: string
  readonly value: JsonValue
  readonly author: string
  readonly at: number
  readonly seq: number
}

interface Given {
  readonly programme: Programme
  readonly communes: readonly Unit[]
  readonly districtOf: (unit: Unit) => Unit | undefined
  /** `moves/…` and `results/…` of all responses the reviewer reads. */
  readonly fields: Iterable<MoveField>
  /** How many questions of a response have an answer. */
  readonly answeredOf: (response: string) => number
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** One row for each commune of the programme among `communes`; those that are late and stuck come first. */
export function listSurveyProgress(given: Given): readonly SurveyProgress[] {
  const { programme, today } = given
  const byThing = new Map<string, MoveField[]>()
  for (const field of given.fields) {
    const own = byThing.get(field.thing)
    if (own) own.push(field)
    else byThing.set(field.thing, [field])
  }
  const isThere = (response: string): boolean => byThing.has(response) || given.answeredOf(response) > 0
  const rows = given.communes
    .filter(unit => programme.communes.has(unit.id))
    .map((unit): SurveyProgress => {
      const response = findSurvey(programme, unit.id, isThere) ?? ''
      const fields = byThing.get(response) ?? []
      const moves = fields
        .filter(({ field }) => field.startsWith('moves/'))
        .map(({ field, value, author, at, seq }) =>
          readMove(field.slice('moves/'.length), { value, author, at, order: seq }),
        )
        .filter(move => move !== undefined)
        .sort((a, b) => a.order - b.order || a.at - b.at)
      const last = moves.at(-1)
      const sendings = moves.filter(move => move.to === 'sent')
      const answered = given.answeredOf(response)
      const state = last?.to ?? (answered > 0 ? 'draft' : 'notStarted')
      const day = dueOn(programme.surveyDueOn, programme, unit, today)
      const isDone = state === 'sent' || state === 'approved'
      const result = readSentResult(
        fields.find(({ field }) => field === `results/${sendings.at(-1)?.id}`)?.value,
      )
      return {
        unit,
        district: given.districtOf(unit),
        response,
        state,
        isLate: !isDone && day !== undefined && today > day,
        ...result,
        answered,
        movedAt: last?.at ?? null,
        sendings: sendings.length,
      }
    })
  return rows.sort(
    (a, b) =>
      Number(b.isLate) - Number(a.isLate) ||
      urgency.indexOf(a.state) - urgency.indexOf(b.state) ||
      a.unit.code.localeCompare(b.unit.code),
  )
}

/** Within late and not late: what waits for the reviewer first, then what has not come. */
const urgency: readonly SurveyState[] = ['sent', 'notStarted', 'draft', 'returned', 'approved']
