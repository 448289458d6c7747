import { parseGeopoint } from '../../lib/geopoint.ts'
import { isCalendarDay } from './expressions/iso-date.ts'
import type { AnswerValue, ChoiceQuestion, NumberQuestion, Question, ScaleQuestion } from './form-version.ts'

/** The longest text an answer may have, in UTF-16 units. */
export const longestAnswer = 20_000

export type AnswerFault =
  | 'wrongType'
  | 'notInteger'
  | 'notDate'
  | 'outOfRange'
  | 'offStep'
  | 'unknownOption'
  | 'repeatedOption'
  | 'exclusiveNotAlone'
  | 'notTime'
  | 'notPlace'
  | 'notAllRanked'
  | 'tooLong'

/** Why a value that is not empty cannot answer a question of this type; undefined when it can. */
export function findAnswerFault(question: Question, value: AnswerValue): AnswerFault | undefined {
  switch (question.type) {
    case 'text':
    case 'textarea':
    case 'barcode':
    case 'acknowledge':
    case 'metadata':
    case 'org_unit':
      return findTextFault(value)
    case 'calculate':
    case 'hidden':
    case 'note':
      return typeof value === 'number' ? undefined : findTextFault(value)
    case 'date':
      if (typeof value !== 'string') return 'wrongType'
      return isCalendarDay(value) ? undefined : 'notDate'
    case 'time':
      if (typeof value !== 'string') return 'wrongType'
      return time.test(value) ? undefined : 'notTime'
    case 'dateTime': {
      if (typeof value !== 'string') return 'wrongType'
      const [day = '', clock = ''] = value.split('T')
      return isCalendarDay(day) && time.test(clock) ? undefined : 'notTime'
    }
    case 'geopoint':
      if (typeof value !== 'string') return 'wrongType'
      return parseGeopoint(value) ? undefined : 'notPlace'
    case 'integer':
    case 'decimal':
    case 'rating':
    case 'range':
      return findNumberFault(question, value)
    case 'select_one':
    case 'yes_no_partly':
      if (typeof value !== 'string') return 'wrongType'
      if (question.optionsFrom !== undefined) return findTextFault(value)
      return question.options.some(option => option.value === value) ? undefined : 'unknownOption'
    case 'select_multiple':
      return findChoicesFault(question, value)
    case 'rank':
      return findRankFault(question, value)
    case 'photo':
    case 'signature':
    case 'audio':
    case 'file':
      return undefined
  }
}

function findTextFault(value: AnswerValue): AnswerFault | undefined {
  if (typeof value !== 'string') return 'wrongType'
  return value.length > longestAnswer ? 'tooLong' : undefined
}

function findNumberFault(
  question: NumberQuestion | ScaleQuestion,
  value: AnswerValue,
): AnswerFault | undefined {
  if (typeof value !== 'number') return 'wrongType'
  const { min = -Infinity, max = Infinity, type } = question
  if (type === 'integer' && !Number.isSafeInteger(value)) return 'notInteger'
  if (value < min || value > max) return 'outOfRange'
  if (type !== 'rating' && type !== 'range') return undefined
  const steps = (value - min) / (question.step ?? 1)
  return Math.abs(steps - Math.round(steps)) < 1e-9 ? undefined : 'offStep'
}

function findChoicesFault(
  { options, optionsFrom }: ChoiceQuestion,
  value: AnswerValue,
): AnswerFault | undefined {
  if (typeof value === 'string' || typeof value === 'number') return 'wrongType'
  const chosen = new Set(value)
  if (chosen.size < value.length) return 'repeatedOption'
  // What the rows hold now is the session's to know.
  if (optionsFrom !== undefined) return value.map(findTextFault).find(fault => fault !== undefined)
  const found = options.filter(option => chosen.has(option.value))
  if (found.length < chosen.size) return 'unknownOption'
  return found.length > 1 && found.some(option => option.exclusive) ? 'exclusiveNotAlone' : undefined
}

function findRankFault(question: ChoiceQuestion, value: AnswerValue): AnswerFault | undefined {
  const fault = findChoicesFault(question, value)
  if (fault) return fault
  return Array.isArray(value) && value.length < question.options.length ? 'notAllRanked' : undefined
}

/** `HH:mm`, seconds, fraction and offset as ODK writes them. */
const time = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/u
