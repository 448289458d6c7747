import { toNumber, toText } from './expressions/coerce.ts'
import type { Scalar } from './expressions/scalar.ts'
import type { AnswerValue, Question } from './form-version.ts'

/** The answer that a calculation or default gives to a question; undefined when it came to nothing (ODK: NaN). */
export function scalarToAnswer(question: Question, value: Scalar): AnswerValue | undefined {
  if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) return undefined
  switch (question.type) {
    case 'integer':
    case 'decimal':
    case 'rating':
    case 'range': {
      const number = toNumber(value)
      return Number.isFinite(number) ? number : undefined
    }
    case 'calculate':
    case 'hidden':
    case 'note':
      return typeof value === 'boolean' ? toText(value) : value
    case 'select_multiple':
    case 'rank':
      return toText(value)
        .split(' ')
        .filter(choice => choice !== '')
    case 'photo':
    case 'signature':
    case 'audio':
    case 'file':
      return undefined
    case 'text':
    case 'textarea':
    case 'date':
    case 'time':
    case 'dateTime':
    case 'geopoint':
    case 'barcode':
    case 'acknowledge':
    case 'metadata':
    case 'org_unit':
    case 'select_one':
    case 'yes_no_partly':
      return toText(value)
  }
}
