import { expect, test } from 'vitest'
import type { FormItem, Question } from '../../../../src/domain/forms/form-version.ts'
import { findRow } from '../../../../src/domain/responses/find-row.ts'
import { aForm, aQuestion, label, mustCompile } from '../forms/a-form.ts'

const years = aQuestion({ id: 'years', type: 'integer' })
const alone = aQuestion({ id: 'alone', type: 'text' })
const person: FormItem = { type: 'repeat', id: 'person', label, items: [years] }
const house = (more: object): FormItem => ({ type: 'repeat', id: 'house', label, items: [person], ...more })
const compile = (items: readonly FormItem[]) => mustCompile(aForm(items as readonly Question[]))
const form = compile([alone, house({})])
const rows = {
  house: { b: { parent: null, order: 2 }, a: { parent: null, order: 1 } },
  person: { p: { parent: 'a', order: 5 }, q: { parent: 'b', order: 1 }, gone: null },
}

test.each([
  ['rows/house/house.1', 1],
  ['rows/house/a', 2],
  ['rows/house/b', 3],
  // Counted among its siblings in the same house: the first person of each is there from the start.
  ['answers/years@p', 2],
  ['notes/years@q', 2],
  ['answers/years@a.person.1', 1],
])('SY6 %s is about row %d of its repeat', (field, number) => {
  expect(findRow(form, { rows }, field)).toEqual({ label, number })
})

test('a row that was removed has no number, and its repeat’s name still', () => {
  expect(findRow(form, { rows }, 'rows/person/gone')).toEqual({ label, number: undefined })
  expect(findRow(form, { rows: { house: { 'house.1': null } } }, 'rows/house/house.1')).toEqual({
    label,
    number: undefined,
  })
})

test('rows that a count asks for are numbered by it', () => {
  const counted = compile([house({ count: '3' })])
  expect(findRow(counted, { rows: {} }, 'answers/years@house.2.person.1')).toEqual({ label, number: 1 })
  expect(findRow(counted, { rows: {} }, 'rows/house/house.3')).toEqual({ label, number: 3 })
  const gone = { person: { 'house.2.person.1': null } }
  expect(findRow(counted, { rows: gone }, 'rows/person/house.2.person.1')?.number).toBeUndefined()
})

test('what is in no repeat, or nothing this build knows, is about no row', () => {
  for (const field of ['answers/alone', 'form', 'moves/m1', 'answers/none@x', 'something/new'])
    expect(findRow(form, { rows }, field)).toBeUndefined()
})
