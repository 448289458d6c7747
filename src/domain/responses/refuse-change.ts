import type { JsonValue } from '../../lib/json-value.ts'
import type { CompiledForm } from '../forms/compile-form.ts'
import type { Question } from '../forms/form-version.ts'
import type { Action, Role } from '../people/role.ts'
import { splitKey } from '../forms/row.ts'
import { isComplete } from './form-session.ts'
import { mayFill } from './may-fill.ts'
import { readMove, refuseMove } from './move.ts'
import { readEvidenceFile, takesFile } from './evidence-file.ts'
import { parseResponseField } from './response-fields.ts'
import { readRowPlace } from './row-place.ts'
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
  /** The person's roles in the unit of the response. */
  readonly roles: readonly Role[]
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
  const { response, mayDo, findForm, roles } = given
  const field = parseResponseField(name)
  if (!field) return 'unknownField'
  const form = response.form && findForm(response.form)
  const fills = form ? mayFill(form.form, roles) : mayDo('response.fill')
  switch (field.kind) {
    case 'form': {
      const wanted = readFormName(value)
      const found = wanted && findForm(wanted)
      if (!(found ? mayFill(found.form, roles) : mayDo('response.fill'))) return 'notYourRole'
      if (!found) return 'badValue'
      const { form: current } = response
      return current && (current.id !== wanted.id || current.version !== wanted.version)
        ? 'locked'
        : undefined
    }
    case 'answer':
    case 'confirmed':
    case 'note':
    case 'evidence': {
      if (!fills) return 'notYourRole'
      if (!isOpen(response.state)) return 'locked'
      const question = form?.questions.get(splitKey(field.question).id)?.question
      if (!question) return 'unknownField'
      return value === null || fits(field.kind, question, value) ? undefined : 'badValue'
    }
    case 'row':
      if (!fills) return 'notYourRole'
      if (!isOpen(response.state)) return 'locked'
      if (!form?.places.byId.get(field.repeat)?.isRepeat) return 'unknownField'
      return value === null || readRowPlace(value) ? undefined : 'badValue'
    case 'comment':
      if (!mayDo('response.comment')) return 'notYourRole'
      return readCommentText(value) === undefined ? 'badValue' : undefined
    case 'move': {
      const move = readMove(field.id, { value, author: '', at: 0, order: 0 })
      if (!move) return 'badValue'
      return refuseMove(response.state, move, {
        mayDo: action => (action === 'response.send' ? fills : mayDo(action)),
        isComplete: () => form !== undefined && isComplete(form, response, given.today),
      })
    }
    case 'result':
      return 'notYourRole'
  }
}

function fits(
  kind: 'answer' | 'confirmed' | 'note' | 'evidence',
  question: Question,
  value: JsonValue,
): boolean {
  if (kind === 'evidence') {
    const file = readEvidenceFile(value)
    return file !== undefined && takesFile(question, file)
  }
  if (kind === 'note') return typeof value === 'string' && value.length <= longestText
  return isAnswerValue(value)
}
