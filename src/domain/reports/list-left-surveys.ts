import type { Unit } from '../people/unit.ts'
import { findSurvey } from '../qms/find-survey.ts'
import type { Programme } from '../qms/programme.ts'
import { readMove } from '../responses/move.ts'
import { responseId } from '../responses/response-fields.ts'
import type { MoveField } from './survey-progress.ts'

/** A survey that waits for its review and is in no list of a programme. */
export interface LeftSurvey<U = Unit> {
  readonly unit: U
  readonly programme: Programme
  readonly response: string
  /** Milliseconds since 1970. */
  readonly sentAt: number
}

interface Given<U> {
  readonly programmes: readonly Programme[]
  readonly communes: readonly U[]
  /** `moves/…` of all responses the reviewer reads. */
  readonly fields: Iterable<MoveField>
  /** How many questions of a response have an answer. */
  readonly answeredOf: (response: string) => number
}

/**
 * Surveys that were sent before their commune moved to another programme, or began another form: what a commune has sent
 * is looked at all the same. The one that waits longest comes first.
 */
export function listLeftSurveys<U extends Pick<Unit, 'id'>>(given: Given<U>): readonly LeftSurvey<U>[] {
  const { programmes, communes, fields, answeredOf } = given
  const moves = Map.groupBy(
    [...fields].filter(({ field }) => field.startsWith('moves/')),
    ({ thing }) => thing,
  )
  const isThere = (response: string): boolean => moves.has(response) || answeredOf(response) > 0
  const left: LeftSurvey<U>[] = []
  for (const programme of programmes)
    for (const unit of communes) {
      const listed = programme.communes.has(unit.id) ? findSurvey(programme, unit.id, isThere) : undefined
      for (const form of programme.surveys) {
        const response = responseId(programme.id, form, unit.id)
        const last = moves
          .get(response)
          ?.toSorted((a, b) => a.seq - b.seq || a.at - b.at)
          .at(-1)
        const move = last && readMove(last.field, { ...last, order: last.seq })
        if (move?.to === 'sent' && response !== listed)
          left.push({ unit, programme, response, sentAt: move.at })
      }
    }
  return left.sort((a, b) => a.sentAt - b.sentAt)
}
