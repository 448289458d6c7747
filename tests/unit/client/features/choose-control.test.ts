import { describe, expect, test } from 'vitest'
import { attachmentTypeOf } from '../../../../src/client/photos/make-attachment.ts'
import {
  chooseControl,
  columnsOf,
  mayBeNegative,
} from '../../../../src/client/features/responses/controls/choose-control.ts'
import { clearExclusive } from '../../../../src/client/features/responses/controls/clear-exclusive.ts'
import { toAnswer, toTyped } from '../../../../src/client/features/responses/controls/clock-notation.ts'
import { foldLabels, matchLabels } from '../../../../src/client/features/responses/match-labels.ts'
import { findAnswerFault } from '../../../../src/domain/forms/find-answer-fault.ts'
import { listQuestions } from '../../../../src/domain/forms/list-questions.ts'
import type { ChoiceQuestion, Question } from '../../../../src/domain/forms/form-version.ts'
import { everyTypeForm } from '../../../support/every-type-form.ts'

const questions = everyTypeForm.sections.flatMap(section => listQuestions(section.items))
const question = (id: string): Question => {
  const found = questions.find(one => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const looking = (id: string, appearance: string): Question => ({ ...question(id), appearance })

describe('what answers a question', () => {
  test.each([
    ['e_text', 'line'],
    ['e_digits', 'digits'],
    ['e_lines', 'area'],
    ['e_month', 'month'],
    ['e_year', 'year'],
    ['e_time', 'time'],
    ['e_range', 'slider'],
    ['e_rating', 'rating'],
    ['e_one', 'choices'],
    ['e_village', 'search'],
    ['e_manyMinimal', 'search'],
    ['e_hidden', 'nothing'],
    ['e_start', 'nothing'],
    ['e_calculate', 'computed'],
    ['e_audio', 'recording'],
    ['e_file', 'document'],
  ])('%s: %s', (id, control) => {
    expect(chooseControl(question(id))).toBe(control)
  })

  test('words that mean nothing here are passed over', () => {
    expect(chooseControl(looking('e_one', 'quick w4 no-buttons'))).toBe('choices')
    expect(chooseControl(looking('e_photo', 'new'))).toBe('photos')
    expect(chooseControl(looking('e_photo', 'signature'))).toBe('signature')
  })

  test('what computes itself is shown where it has a label, a hint or a picture', () => {
    const computed: Question = { ...question('e_integer'), calculation: '1 + 1' }
    const { hint: _, ...unsaid } = { ...computed, label: { vi: '', en: ' ' } }
    expect(chooseControl(computed)).toBe('number')
    expect(chooseControl(unsaid)).toBe('nothing')
    expect(chooseControl({ ...unsaid, hint: { vi: 'Tổng', en: 'Sum' } })).toBe('number')
  })

  test('columns as many as asked for', () => {
    const asked = ['columns', 'columns-4', 'w2 columns-pack', 'minimal']
    expect(asked.map(words => columnsOf(looking('e_one', words)))).toEqual([3, 4, 'pack', undefined])
  })

  test('a minus is offered unless the form says that there is none', () => {
    const says = (expr: string): Question => ({
      ...question('e_decimal'),
      constraint: { expr, message: { vi: '', en: '' } },
    })
    expect(mayBeNegative(question('e_decimal'))).toBe(true)
    expect(mayBeNegative(question('e_integer'))).toBe(false)
    expect(mayBeNegative(says('. >= 0 and . <= 5'))).toBe(false)
    expect(mayBeNegative(says('. > 0'))).toBe(false)
    expect(mayBeNegative(says('. >= -5'))).toBe(true)
  })
})

test('times are kept with seconds and zone, and typed without', () => {
  expect(toAnswer('08:30')).toBe('08:30:00.000+07:00')
  expect(findAnswerFault(question('e_time'), '08:30:00.000+07:00')).toBeUndefined()
  expect(toTyped('2017-10-16T08:30:00.000+07:00')).toBe('2017-10-16T08:30')
  expect([toAnswer(null), toTyped(null)]).toEqual([null, null])
})

test('an exclusive option that is new stands alone, one that was there goes', () => {
  const many = question('e_many') as ChoiceQuestion
  expect(clearExclusive(many, ['birth'], ['birth', 'none'])).toEqual(['none'])
  expect(clearExclusive(many, ['none'], ['birth', 'none'])).toEqual(['birth'])
  expect(clearExclusive(many, [], ['birth', 'land'])).toEqual(['birth', 'land'])
})

test('a question is found without diacritics, by all words in any order', () => {
  const labels = foldLabels([
    ['a', 'Đất đai và nhà ở'],
    ['b', 'Nhà văn hoá'],
  ])
  expect(matchLabels(labels, 'nha dat')).toEqual(['a'])
  expect(matchLabels(labels, 'NHÀ')).toEqual(['a', 'b'])
  expect(matchLabels(labels, '  ')).toEqual([])
})

test('files are known by their type, or by their name where the device knows none', () => {
  expect(attachmentTypeOf({ type: 'audio/webm;codecs=opus' })).toBe('audio/webm')
  expect(attachmentTypeOf({ type: 'audio/x-m4a', name: 'a.m4a' })).toBe('audio/mp4')
  expect(attachmentTypeOf({ type: '', name: 'Công văn.PDF' })).toBe('application/pdf')
  expect(attachmentTypeOf({ type: 'text/html', name: 'a.html' })).toBeUndefined()
  expect(attachmentTypeOf({ type: '', name: 'constructor' })).toBeUndefined()
})
