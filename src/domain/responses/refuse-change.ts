import type { JsonValue } from '../../lib/json-value.ts'
import type { CompiledForm } from '../forms/compile-form.ts'
import type { Action } from '../people/role.ts'
import { isComplete } from './form-session.ts'
import { readMove, refuseMove } from './move.ts'
import { readPhoto } from './photo.ts'
import { parseResponseField } from './response-fields.ts'
import { isOpen } from './response-state.ts'
import {
  isAnswerValue,
  longestText,
  readCommentText,
  readFormName,
  type FormName,
  type Response,
} from './response.ts'

export type ChangeRefusal =
  'notYourRole' | 'locked' | 'illegalMove' | 'incomplete' | 'reasonMissing' | 'unknownField' | 'badValue'

interface Given {
  readonly response: Response
  readonly mayDo: (action: Action) => boolean
  readonly findForm: (name: FormName) => CompiledForm | undefined
  /** The day the change was made, `YYYY-MM-DD`. */
  readonly today: string
}

/** Why a field of a response may not be set to a value now; undefined when it may. */
export function refuseResponseChange(
  name: string,
  value: JsonValue,
  given: Given,
): ChangeRefusal | undefined {
  const { response, mayDo, findForm } = given
  const field = parseResponseField(name)
  if (!field) return 'unknownField'
  const form = response.form && findForm(response.form)
  switch (field.kind) {
    case 'form': {
      if (!mayDo('response.fill')) return 'notYourRole'
      const wanted = readFormName(value)
      if (!wanted || !findForm(wanted)) return 'badValue'
      const { form: current } = response
      return current && (current.id !== wanted.id || current.version !== wanted.version)
        ? 'locked'
        : undefined
    }
    case 'answer':
    case 'confirmed':
    case 'note':
    case 'evidence':
      if (!mayDo('response.fill')) return 'notYourRole'
      if (!isOpen(response.state)) return 'locked'
      if (!form?.questions.has(field.question)) return 'unknownField'
      return value === null || fits(field.kind, value) ? undefined : 'badValue'
    case 'comment':
      if (!mayDo('response.comment')) return 'notYourRole'
      return readCommentText(value) === undefined ? 'badValue' : undefined
    case 'move': {
      const move = readMove(field.id, { value, author: '', at: 0, order: 0 })
      if (!move) return 'badValue'
      return refuseMove(response.state, move, {
        mayDo,
        isComplete: () => form !== undefined && isComplete(form, response, given.today),
      })
    }
    case 'result':
      return 'notYourRole'
  }
}

function fits(kind: 'answer' | 'confirmed' | 'note' | 'evidence', value: JsonValue): boolean {
  if (kind === 'evidence') return readPhoto(value) !== undefined
  if (kind === 'note') return typeof value === 'string' && value.length <= longestText
  return isAnswerValue(value)
}
