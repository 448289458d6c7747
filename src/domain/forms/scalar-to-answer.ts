import { toNumber, toText } from './expressions/coerce.ts'
import { dayToIso, isCalendarDay } from './expressions/iso-date.ts'
import type { Scalar } from './expressions/scalar.ts'
import type { AnswerValue, Question } from './form-version.ts'

/** The answer that a calculation or default gives to a question; undefined when it came to nothing (ODK: NaN). */
export function scalarToAnswer(question: Question, value: Scalar): AnswerValue | undefined {
  if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) return undefined
  switch (question.type) {
    case 'integer': {
      // As in ODK, whose integers hold no fraction: it is cut off, not rounded.
      const number = Math.trunc(toNumber(value))
      return Number.isFinite(number) ? number : undefined
    }
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
    // Of a moment, as `now()` gives it, a date keeps the day and a time the clock; a count of days is a day.
    case 'date':
      return (typeof value === 'number' ? dayToIso(value) : toText(value).replace(/T.*/u, '')) || undefined
    case 'time':
      return toText(value).replace(/^[^T]*T/u, '')
    case 'dateTime':
      return isCalendarDay(toText(value)) ? `${toText(value)}T00:00:00.000` : toText(value)
    case 'text':
    case 'textarea':
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
