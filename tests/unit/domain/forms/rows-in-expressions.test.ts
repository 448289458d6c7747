import { describe, expect, test } from 'vitest'
import type { FormItem, FormVersion, Question } from '../../../../src/domain/forms/form-version.ts'
import { aForm, aQuestion, label, openForm } from './a-form.ts'

const whole = (id: string, more = {}): Question => aQuestion({ id, type: 'integer', ...more })
const sum = (id: string, calculation: string): Question => aQuestion({ id, type: 'calculate', calculation })
const form = (items: readonly FormItem[]): FormVersion => aForm(items as readonly Question[])
const repeat = (id: string, items: readonly FormItem[]): FormItem => ({ type: 'repeat', id, items })
const rows = { r: ['a', 'b', 'c'].map(id => ({ id, parent: null })) }

const options = ['1', '2', '3'].map(value => ({ value, label, columns: { level: value } }))
const filtered = (choiceFilter: string) =>
  form([repeat('r', [whole('x'), aQuestion({ id: 'q', type: 'select_one', options, choiceFilter })])])

describe('in a choice filter', () => {
  test.each([
    // Of the list: it is one, and an option is the place it has in it (XPath 1.0, 2.4 and 4.1).
    ['position(..) = 1', ['1', '2', '3']],
    ['level >= position(..) + 1', ['2', '3']],
    ['position() < last()', ['1', '2']],
    ['count(../item) = 3 and position() = 2', ['2']],
    // Of the question.
    ['level = position(current()/..)', ['2']],
    ['level = current()/../x', ['3']],
    ['level = ${x}', ['3']],
    ['name != current()/../q', ['1', '2', '3']],
  ])('%s', (choiceFilter, expected) => {
    const session = openForm(filtered(choiceFilter), { rows, answers: { 'x@b': 3 } })
    expect(session.options('q@b').map(({ value }) => value)).toEqual(expected)
  })

  test('the row of a question changes with the rows before it', () => {
    const session = openForm(filtered('level = position(current()/..)'), { rows })
    session.setRows('r', rows.r.slice(1))
    expect(session.options('q@b').map(({ value }) => value)).toEqual(['1'])
  })
})

describe('a question that is hidden', () => {
  test('stands at no place, and at one again as soon as it shows', () => {
    const session = openForm(
      form([whole('on'), whole('q', { relevance: '${on} = 1' }), sum('place', 'position(${q})')]),
    )
    expect(session.question('place').value).toBe(0)
    session.setAnswer('on', 1)
    expect(session.question('place').value).toBe(1)
    session.setAnswer('on', 0)
    expect(session.question('place').value).toBe(0)
  })

  test.each(['boolean(${r})', 'boolean(..)', 'count-non-empty(..) = 1', 'count-non-empty(${r}) = 1'])(
    'does not take its row away from %s',
    expression => {
      const session = openForm(
        form([
          whole('on'),
          repeat('r', [
            whole('x', { relevance: '${on} = 1' }),
            whole('y', { relevance: expression }),
            sum('z', `if(${expression}, 'row', 'none')`),
          ]),
        ]),
        { rows, answers: { on: 1 } },
      )
      for (const on of [1, 0, 1]) {
        session.setAnswer('on', on)
        expect([session.question('y@b').relevant, session.question('z@b').value]).toEqual([true, 'row'])
      }
    },
  )
})

describe('${r}[…] in a row of r looks for other rows, as in ODK', () => {
  const answers = { 'x@a': 5, 'x@b': 3, 'x@c': 5 }

  test.each([
    ['${r}[position() = position(current()/..) - 1]/x', ['', 5, 3]],
    ['count(${r}[x = current()/../x])', [2, 1, 2]],
    ['sum(${r}[x > 3]/x)', [10, 10, 10]],
    ['${r}[2]/x', [3, 3, 3]],
    // Without a predicate it is its own row.
    ['count(${r})', [1, 1, 1]],
    ['${x}[. > 3]', [5, '', 5]],
  ])('%s', (calculation, expected) => {
    const session = openForm(form([repeat('r', [whole('x'), sum('y', calculation)])]), { rows, answers })
    const values = () => ['a', 'b', 'c'].map(row => session.question(`y@${row}`).value ?? '')
    expect(values().map(value => (value === '' ? '' : Number(value)))).toEqual(expected)
  })

  test('what another row answers is seen at once, by calculations and constraints', () => {
    const constraint = { expr: 'count(${r}[x = current()/.]) = 1', message: label }
    const session = openForm(
      form([
        repeat('r', [
          whole('x', { constraint }),
          sum('before', '${r}[position() = position(current()/..) - 1]/x'),
        ]),
      ]),
      { rows, answers },
    )
    const blocks = () => session.missing().map(({ questionId }) => questionId)
    expect(blocks()).toEqual(['x@a', 'x@c'])
    expect(session.setAnswer('x@a', 7)).toContain('x@c')
    expect(session.question('before@b').value).toBe(7)
    expect(blocks()).toEqual([])
    session.setRows('r', rows.r.slice(1))
    expect(session.question('before@b').value).toBeNull()
  })

  test('in rows within rows it stays in the row around', () => {
    const session = openForm(
      form([repeat('o', [repeat('i', [whole('x'), sum('most', 'max(${i}[x < 9]/x)')])])]),
      {
        rows: {
          o: ['p', 'q'].map(id => ({ id, parent: null })),
          i: [
            { id: 'p1', parent: 'p' },
            { id: 'p2', parent: 'p' },
            { id: 'q1', parent: 'q' },
          ],
        },
        answers: { 'x@p1': 4, 'x@p2': 9, 'x@q1': 8 },
      },
    )
    expect(['p1', 'p2', 'q1'].map(row => session.question(`most@${row}`).value)).toEqual([4, 4, 8])
  })
})
