import { expect, test } from 'vitest'
import type { FormItem, Question } from '../../../../src/domain/forms/form-version.ts'
import { initialAnswers } from '../../../../src/domain/forms/initial-answers.ts'
import { aForm, aQuestion, mustCompile, openForm } from './a-form.ts'

const known = (id: string, source: string): Question => aQuestion({ id, type: 'metadata', source })
const visit: FormItem = {
  type: 'repeat',
  id: 'visit',
  items: [
    known('begun', 'start'),
    known('who', 'username'),
    known('done', 'end'),
    aQuestion({ id: 'note', type: 'text', default: "concat(${who}, ' ', ${begun})" }),
  ],
}
const form = mustCompile(aForm([known('start', 'start'), visit as unknown as Question]))
const today = () => '2017-10-16'

test('metadata of a repeat stand in each of its rows, from the moment the row begins', () => {
  const answers = initialAnswers(form, { today }, { start: '08:00', username: 'lan' })
  expect(answers).toEqual({
    start: '08:00',
    'begun@visit.1': '08:00',
    'who@visit.1': 'lan',
    'note@visit.1': 'lan 08:00',
  })

  const rows = { visit: [{ id: 'visit.1', parent: null }] }
  const metadata = () => ({ start: '09:15', username: 'vinh' })
  const session = openForm(form, { answers, rows }, today, { metadata })
  expect(session.takeGiven().size).toBe(0)
  session.setRows('visit', [...rows.visit, { id: 'second', parent: null }])
  expect(Object.fromEntries(session.takeGiven())).toEqual({
    'begun@second': '09:15',
    'who@second': 'vinh',
    'note@second': 'vinh 09:15',
  })
  expect(session.question('begun@visit.1').value).toBe('08:00')
})
