import { describe, expect, test } from 'vitest'
import type { FormItem, Question } from '../../../../src/domain/forms/form-version.ts'
import { compileForm } from '../../../../src/domain/forms/compile-form.ts'
import { findAnswerFault } from '../../../../src/domain/forms/find-answer-fault.ts'
import { aForm, aQuestion, openForm } from './a-form.ts'

const person: FormItem = {
  type: 'repeat',
  id: 'person',
  items: [
    aQuestion({ id: 'name', type: 'text', relevance: '${age} != 0' }),
    aQuestion({ id: 'age', type: 'integer' }),
  ],
}
const head = (more = {}): Question =>
  aQuestion({ id: 'head', type: 'select_one', options: [], optionsFrom: 'name', ...more })
const formOf = (items: readonly FormItem[]) => aForm(items as readonly Question[])
const form = (question: Question) => formOf([question, person])

const rows = { person: ['a', 'b', 'c'].map(id => ({ id, parent: null })) }
const answers = { 'name@a': 'Hoà', 'name@b': 'Lan Anh', 'age@a': 17, 'age@b': 40, head: 'Lan Anh' }
const open = (question: Question) => openForm(form(question), { rows, answers })
const offered = (session: ReturnType<typeof open>, key = 'head') =>
  session.options(key).map(({ value }) => value)

describe('the answers of all rows as options', () => {
  test('are those that are there, in the order of the rows, each once', () => {
    const session = open(head())
    expect(session.options('head')[1]).toEqual({ value: 'Lan Anh', label: { vi: 'Lan Anh', en: 'Lan Anh' } })
    expect(offered(session)).toEqual(['Hoà', 'Lan Anh'])
    session.setAnswer('name@c', 'Hoà')
    expect(offered(session)).toEqual(['Hoà', 'Lan Anh'])
    session.setAnswer('name@c', 'Mai')
    session.setRows('person', [...rows.person].toReversed())
    expect(offered(session)).toEqual(['Mai', 'Lan Anh', 'Hoà'])
  })

  test('what was chosen counts no more once its row is gone or hidden, and again when it is back', () => {
    const session = open(head())
    expect(session.question('head').value).toBe('Lan Anh')
    session.setRows(
      'person',
      rows.person.filter(({ id }) => id !== 'b'),
    )
    expect(session.question('head').value).toBeNull()
    session.setRows('person', rows.person)
    expect(session.question('head').value).toBe('Lan Anh')
    session.setAnswer('age@b', 0)
    expect(session.question('head').value).toBeNull()
  })

  test('a filter is asked in each row: of what stands beside it by name or by path, and of what is chosen outside', () => {
    for (const choiceFilter of ['${age} >= 18', 'age >= 18', './age >= 18', '${age} >= ${least}']) {
      const least = aQuestion({ id: 'least', type: 'integer' })
      const session = openForm(formOf([least, head({ choiceFilter }), person]), {
        rows,
        answers: { ...answers, least: 18 },
      })
      expect(offered(session)).toEqual(['Lan Anh'])
      session.setAnswer('age@a', 18)
      expect(offered(session)).toEqual(['Hoà', 'Lan Anh'])
    }
  })

  test('several may be chosen; in another repeat each row offers them all', () => {
    const pair: FormItem = { type: 'repeat', id: 'pair', items: [head({ type: 'select_multiple' })] }
    const session = openForm(formOf([pair, person]), {
      rows: { ...rows, pair: [{ id: 'x', parent: null }] },
      answers: { ...answers, 'head@x': ['Hoà', 'Ai đó'] },
    })
    expect(offered(session, 'head@x')).toEqual(['Hoà', 'Lan Anh'])
    expect(session.question('head@x').value).toEqual(['Hoà'])
  })
})

test('by itself an answer has no fault as long as it is a text', () => {
  expect(findAnswerFault(head(), 'Lan Anh')).toBeUndefined()
  expect(findAnswerFault(head(), 3)).toBe('wrongType')
  expect(findAnswerFault(head({ type: 'select_multiple' }), ['a', 'b'])).toBeUndefined()
  expect(findAnswerFault(head({ type: 'select_multiple' }), ['a', 'a'])).toBe('repeatedOption')
})

test('options from a question that is not there are told of', () => {
  expect(compileForm(form(head({ optionsFrom: 'nobody' })))).toMatchObject({
    ok: false,
    error: [{ code: 'unknownReference', name: 'nobody', question: 'head' }],
  })
})
