import { expect, test } from 'vitest'
import type { FormItem, Question } from '../../../../src/domain/forms/form-version.ts'
import { listRows } from '../../../../src/domain/responses/list-rows.ts'
import { aForm, aQuestion, label, mustCompile } from '../forms/a-form.ts'

const years = aQuestion({ id: 'years', type: 'integer' })
const person: FormItem = { type: 'repeat', id: 'person', label, items: [years] }
const house = (more: object): FormItem => ({ type: 'repeat', id: 'house', label, items: [person], ...more })
const compile = (items: readonly FormItem[]) => mustCompile(aForm(items as readonly Question[]))

test('a repeat, and the one in it, begin with one row, unless it was removed', () => {
  const form = compile([house({})])
  const first = { id: 'house.1', parent: null }
  const inner = { id: 'house.1.person.1', parent: 'house.1' }
  expect(listRows(form, { rows: {} })).toEqual({ house: [first], person: [inner] })
  expect(listRows(form, { rows: { person: { 'house.1.person.1': null } } })).toEqual({
    house: [first],
    person: [],
  })
})

test('a first row that was removed from a counted row is told as gone, for nobody recorded that it was there', () => {
  const form = compile([house({ count: '2' })])
  expect(listRows(form, { rows: {} })).toEqual({ person: [] })
  const rows = { person: { 'house.2.person.1': null, added: { parent: 'house.2', order: 1 }, lost: null } }
  expect(listRows(form, { rows })).toEqual({
    person: [
      { id: 'added', parent: 'house.2' },
      { id: 'house.2.person.1', parent: 'house.2', isGone: true },
    ],
  })
})
