import { appearanceWords } from '../../../../domain/forms/appearance-words.ts'
import type { Question } from '../../../../domain/forms/form-version.ts'

/** What answers a question. Of each there is one component. */
export type ControlName =
  | 'nothing'
  | 'words'
  | 'computed'
  | 'unit'
  | 'line'
  | 'digits'
  | 'area'
  | 'number'
  | 'slider'
  | 'rating'
  | 'date'
  | 'month'
  | 'year'
  | 'time'
  | 'dateTime'
  | 'segments'
  | 'choices'
  | 'search'
  | 'rank'
  | 'place'
  | 'code'
  | 'tick'
  | 'photos'
  | 'signature'
  | 'recording'
  | 'document'

/** More than so many options are searched, not scrolled. */
export const mostListed = 15

/** How a question is asked, by its type and the words of its appearance that we follow; others are passed over. */
export function chooseControl(question: Question): ControlName {
  // As in XLSForm: what computes itself and says nothing is not shown.
  if ((question.calculation !== undefined || question.trigger !== undefined) && !saysAnything(question))
    return 'nothing'
  const words = appearanceWords(question)
  const says = (word: string): boolean => words.includes(word)
  switch (question.type) {
    case 'text':
      if (says('multiline')) return 'area'
      return says('numbers') || question.parameters?.['mask'] !== undefined ? 'digits' : 'line'
    case 'textarea':
      return 'area'
    case 'integer':
    case 'decimal':
      return 'number'
    case 'range':
      return says('rating') && isShortScale(question) ? 'rating' : 'slider'
    case 'rating':
      return isShortScale(question) ? 'rating' : 'slider'
    case 'date':
      if (says('month-year')) return 'month'
      return says('year') ? 'year' : 'date'
    case 'yes_no_partly':
      return 'segments'
    case 'select_one':
    case 'select_multiple': {
      const isSearched = says('minimal') || says('autocomplete') || says('search')
      if (isSearched) return 'search'
      return question.options.length > mostListed && !says('likert') ? 'search' : 'choices'
    }
    case 'photo':
      return says('signature') ? 'signature' : 'photos'
    case 'calculate':
      return hasLabel(question) ? 'computed' : 'nothing'
    case 'hidden':
    case 'metadata':
      return 'nothing'
    case 'note':
      return question.calculation === undefined ? 'words' : 'computed'
    case 'org_unit':
      return 'unit'
    case 'acknowledge':
      return 'tick'
    case 'geopoint':
      return 'place'
    case 'barcode':
      return 'code'
    case 'audio':
      return 'recording'
    case 'file':
      return 'document'
    case 'time':
    case 'dateTime':
    case 'rank':
    case 'signature':
      return question.type
  }
}

const saysAnything = (question: Question): boolean =>
  hasLabel(question) || question.hint !== undefined || question.image !== undefined

const hasLabel = ({ label }: Question): boolean => Object.values(label).some(text => text.trim() !== '')

/** From 1 in whole steps to ten at most: a finger hits each of them. */
const isShortScale = ({ min, max, step = 1 }: { min: number; max: number; step?: number }): boolean =>
  min === 1 && step === 1 && max <= 10

/** Options beside each other, as the appearance asks: `columns` (three), `columns-2`, `columns-pack`. */
export function columnsOf(question: Question): number | 'pack' | undefined {
  for (const word of appearanceWords(question)) {
    if (word === 'columns-pack' || word === 'horizontal-compact' || word === 'compact') return 'pack'
    const number = /^(?:columns|compact)-(\d)$/u.exec(word)?.[1]
    if (number !== undefined) return Number(number)
    if (word === 'columns' || word === 'horizontal') return 3
  }
  return undefined
}

/** True when a minus may be typed: nothing in the question says that the number is not below zero. */
export const mayBeNegative = (question: Question): boolean => {
  if ('min' in question && question.min !== undefined) return question.min < 0
  return !/(?:^|[\s(])\.\s*>=?\s*\d/u.test(question.constraint?.expr ?? '')
}
