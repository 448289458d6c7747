import { openSession } from '../../domain/responses/form-session.ts'
import { readMove } from '../../domain/responses/move.ts'
import { refuseResponseChange } from '../../domain/responses/refuse-change.ts'
import { parseResponseField, responseFields } from '../../domain/responses/response-fields.ts'
import { readResponse, type Response, type ResponseEntry } from '../../domain/responses/response.ts'
import { limits } from '../protocol/limits.ts'
import type { Entry } from '../protocol/op.ts'
import type { ThingRules } from './thing-rules.ts'

/** A move carries all answers that were sent, so it may be longer than one answer. */
const longestMove = 8 * limits.value

/** A response: one form being filled for a commune. */
export const responseRules: ThingRules = {
  // Ids are made of programme, form and unit, so anyone can guess them: a commune must not take another's.
  belongsTo: (thing, unit) => thing.endsWith(`.${unit}`),
  mayWrite: mayDo => mayDo('response.fill') || mayDo('response.comment') || mayDo('response.review'),
  longestValue: field => (isMove(field) ? longestMove : limits.value),

  refuse(change, { fields, mayDo, findForm, today }) {
    const kind = parseResponseField(change.field)?.kind
    if ((kind === 'move' || kind === 'comment') && fields.has(change.field)) return 'locked'
    const response = kind === 'move' ? foldAll(fields) : foldState(fields)
    return refuseResponseChange(change.field, change.value, { response, mayDo, findForm, today })
  },

  effects(change, { fields, findForm, today }) {
    const field = parseResponseField(change.field)
    if (field?.kind !== 'move') return []
    const move = readMove(field.id, { value: change.value, author: '', at: 0, order: 0 })
    const response = foldAll(fields)
    const form = response.form && findForm(response.form)
    if (move?.to !== 'sent' || !form) return []
    const { total, sections, band } = openSession(form, response, () => today).score()
    return [{ field: responseFields.result(field.id), value: { total, sections, band: band?.id ?? null } }]
  },
}

const isMove = (field: string): boolean => field.startsWith(responseFields.move(''))

const foldAll = (fields: ReadonlyMap<string, Entry>): Response =>
  readResponse([...fields.values()].map(toResponseEntry))

/** Form and state only: all that is asked for an answer, and much cheaper than 600 answers. */
const foldState = (fields: ReadonlyMap<string, Entry>): Response =>
  readResponse(
    [...fields.values()]
      .filter(({ field }) => field === responseFields.form || isMove(field))
      .map(toResponseEntry),
  )

const toResponseEntry = ({ field, value, author, at, seq }: Entry): ResponseEntry => ({
  field,
  value,
  author,
  at,
  order: seq,
})
