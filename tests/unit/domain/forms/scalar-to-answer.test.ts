import { expect, test } from 'vitest'
import type { Question } from '../../../../src/domain/forms/form-version.ts'
import { findAnswerFault } from '../../../../src/domain/forms/find-answer-fault.ts'
import { scalarToAnswer } from '../../../../src/domain/forms/scalar-to-answer.ts'
import { aQuestion, openForm, aForm } from './a-form.ts'

const moment = '2017-10-16T10:20:30.000+07:00'

test.each<readonly [type: Question['type'], value: string | number | boolean, answer: unknown]>([
  ['integer', 3.5, 3],
  ['integer', -3.5, -3],
  ['integer', '12.7', 12],
  ['integer', 'a', undefined],
  ['decimal', 3.5, 3.5],
  ['date', moment, '2017-10-16'],
  ['date', '2017-10-16', '2017-10-16'],
  ['date', 17455.4, '2017-10-16'],
  ['date', 1e9, undefined],
  ['time', moment, '10:20:30.000+07:00'],
  ['time', '09:30', '09:30'],
  ['dateTime', moment, moment],
  ['dateTime', '2017-10-16', '2017-10-16T00:00:00.000'],
  ['text', moment, moment],
  ['text', 3.5, '3.5'],
  ['calculate', 3.5, 3.5],
  ['note', true, 'true'],
])('%s that computes %j answers %j', (type, value, answer) => {
  const question = aQuestion({ id: 'q', type })
  const found = scalarToAnswer(question, value)
  expect([found, found === undefined ? undefined : findAnswerFault(question, found)]).toEqual([
    answer,
    undefined,
  ])
})

test('a computed number or day of its type never stands in the way of sending', () => {
  const session = openForm(
    aForm([
      aQuestion({ id: 'n', type: 'integer', calculation: '7 div 2' }),
      aQuestion({ id: 'd', type: 'date', calculation: 'today() + 30' }),
      aQuestion({ id: 't', type: 'date', calculation: 'now()' }),
      aQuestion({ id: 'twice', type: 'calculate', calculation: '${n} * 2' }),
    ]),
  )
  expect(session.missing()).toEqual([])
  expect(session.question('twice').value).toBe(6)
})
