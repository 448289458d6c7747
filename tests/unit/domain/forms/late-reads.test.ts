import { describe, expect, test } from 'vitest'
import { compileForm } from '../../../../src/domain/forms/compile-form.ts'
import type { FormItem, Question } from '../../../../src/domain/forms/form-version.ts'
import { mostRows } from '../../../../src/domain/forms/session-values.ts'
import { aForm, aQuestion, label, openForm } from './a-form.ts'

const form = (items: readonly FormItem[]) => aForm(items as readonly Question[])
const option = (value: string) => ({ value, label })
const repeat = (items: readonly FormItem[], count?: string): FormItem => ({
  type: 'repeat',
  id: 'field',
  label,
  items,
  ...(count === undefined ? {} : { count }),
})
const sum = (id: string, calculation: string): Question => aQuestion({ id, type: 'calculate', calculation })

describe('a count that reads the rows it makes', () => {
  const asLongAs = form([
    sum('many', 'count(${field})'),
    repeat(
      [aQuestion({ id: 'crop', type: 'text' }), aQuestion({ id: 'more', type: 'text' })],
      "if(${many} = 0 or ${field}[position() = ${many}]/more = 'yes', ${many} + 1, ${many})",
    ),
    sum('crops', 'count-non-empty(${crop})'),
  ])

  test('adds a row as long as the last one says so', () => {
    const session = openForm(asLongAs)
    expect(session.rows('field', '')).toHaveLength(1)
    const key = (name: string, at: number) => `${name}@${session.rows('field', '')[at]}`
    session.setAnswer(key('crop', 0), 'rice')
    const changed = session.setAnswer(key('more', 0), 'yes')
    expect(changed).toContain(key('crop', 1))
    expect(session.rows('field', '')).toHaveLength(2)
    session.setAnswer(key('more', 1), 'no')
    session.setAnswer(key('crop', 1), 'tea')
    expect(session.rows('field', '')).toHaveLength(2)
    expect([session.question('many').value, session.question('crops').value]).toEqual([2, 2])
  })

  test('finds all its rows again when the response is opened', () => {
    const first = openForm(asLongAs)
    const answers: Record<string, string> = {}
    for (let at = 0; at < 12; at++) {
      const key = `more@${first.rows('field', '')[at]}`
      answers[key] = at < 11 ? 'yes' : 'no'
      first.setAnswer(key, answers[key])
    }
    expect(openForm(asLongAs, { answers }).rows('field', '')).toHaveLength(12)
  })

  test('that never has enough ends all the same', () => {
    const endless = form([repeat([aQuestion({ id: 'crop', type: 'text' })], 'count(${field}) + 1')])
    expect(openForm(endless).rows('field', '')).toHaveLength(mostRows)
    const restless = form([repeat([aQuestion({ id: 'crop', type: 'text' })], '1 - count(${field})')])
    expect(openForm(restless).rows('field', '').length).toBeLessThan(2)
  })
})

describe('choices that read each other', () => {
  test('leave out what the other question chose', () => {
    const options = ['red', 'green'].map(option)
    const session = openForm(
      form([
        aQuestion({ id: 'first', type: 'select_one', options, choiceFilter: 'name != ${second}' }),
        aQuestion({ id: 'second', type: 'select_one', options, choiceFilter: 'name != ${first}' }),
      ]),
    )
    const offered = (key: string) => session.options(key).map(({ value }) => value)
    session.setAnswer('first', 'red')
    expect(offered('second')).toEqual(['green'])
    session.setAnswer('second', 'green')
    expect(offered('first')).toEqual(['red'])
    session.setAnswer('second', null)
    expect(offered('first')).toEqual(['red', 'green'])
    expect(session.question('first').value).toBe('red')
  })

  test('may be what the other rows have, asked for only where none of them fits', () => {
    const items = [
      aQuestion({ id: 'same', type: 'select_one', options: [], optionsFrom: 'crop' }),
      aQuestion({ id: 'crop', type: 'text', relevance: "${same} = ''" }),
    ]
    const rows = { field: ['a', 'b'].map(id => ({ id, parent: null })) }
    const session = openForm(form([repeat(items)]), { rows })
    session.setAnswer('crop@a', 'rice')
    expect(session.options('same@b').map(({ value }) => value)).toEqual(['rice'])
    session.setAnswer('same@b', 'rice')
    expect(session.question('crop@b').relevant).toBe(false)
    expect(session.question('same@b').value).toBe('rice')
  })
})

test('what is computed and shown may still not go in circles', () => {
  const codes = (items: readonly FormItem[]) => {
    const compiled = compileForm(form(items))
    return compiled.ok ? [] : compiled.error.map(({ code }) => code)
  }
  expect(codes([sum('a', '${b}'), sum('b', '${a}')])).toEqual(['cycle'])
  const inside = aQuestion({ id: 'n', type: 'integer' })
  expect(codes([{ ...repeat([inside]), relevance: '${n} > 0' } as FormItem])).toEqual(['cycle'])
})
