import type { Action } from '../../domain/people/role.ts'
import { mayFill } from '../../domain/responses/may-fill.ts'
import { openSession } from '../../domain/responses/form-session.ts'
import { gradeQuiz } from '../../domain/responses/grade-quiz.ts'
import { readMove } from '../../domain/responses/move.ts'
import { refuseResponseChange } from '../../domain/responses/refuse-change.ts'
import { parseResponseField, responseFields } from '../../domain/responses/response-fields.ts'
import {
  readFormName,
  readResponse,
  type Response,
  type ResponseEntry,
} from '../../domain/responses/response.ts'
import { limits } from '../protocol/limits.ts'
import type { Entry } from '../protocol/op.ts'
import type { ThingRules } from './thing-rules.ts'

/** A move carries all answers that were sent, so it may be longer than one answer. */
const longestMove = 8 * limits.value

/** A response: one form being filled for a commune. */
export const responseRules: ThingRules = {
  feedClass: 'unit',
  // Ids are made of programme, form and unit, so anyone can guess them: a commune must not take another's.
  belongsTo: (thing, unit) => thing.endsWith(`.${unit}`),
  mayWrite: mayDo => mayDo('response.fillNamed') || isWriter(mayDo),
  maySettle: ({ mayDo, roles, fields, findForm }) => {
    const { form } = foldState(fields)
    const found = form && findForm(form)
    return isWriter(mayDo) || (found !== undefined && mayFill(found.form, roles))
  },
  longestValue: field => (isMove(field) ? longestMove : limits.value),

  isAnonymous(change, { fields, findForm }) {
    const name = change.field === responseFields.form ? readFormName(change.value) : foldState(fields).form
    return name !== undefined && findForm(name)?.form.anonymous === true
  },

  refuse(change, { fields, mayDo, roles, findForm, today }) {
    const kind = parseResponseField(change.field)?.kind
    if ((kind === 'move' || kind === 'comment') && fields.has(change.field)) return 'locked'
    const response = kind === 'move' ? foldAll(fields) : foldState(fields)
    return refuseResponseChange(change.field, change.value, { response, mayDo, roles, findForm, today })
  },

  effects(change, { fields, findForm, findKey, today }) {
    const field = parseResponseField(change.field)
    if (field?.kind !== 'move') return []
    const move = readMove(field.id, { value: change.value, author: '', at: 0, order: 0 })
    const response = foldAll(fields)
    const form = response.form && findForm(response.form)
    if (move?.to !== 'sent' || !form) return []
    const result = responseFields.result(field.id)
    const key = response.form && findKey(response.form)
    if (key) return [{ field: result, value: { ...gradeQuiz(key, response.answers) } }]
    const { total, sections, band } = openSession(form, response, { today: () => today }).score()
    return [{ field: result, value: { total, sections, band: band?.id ?? null } }]
  },
}

const isWriter = (mayDo: (action: Action) => boolean): boolean =>
  mayDo('response.fill') || mayDo('response.comment') || mayDo('response.review')

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
