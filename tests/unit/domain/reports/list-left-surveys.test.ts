import { expect, test } from 'vitest'
import type { Unit } from '../../../../src/domain/people/unit.ts'
import { readProgramme } from '../../../../src/domain/qms/programme.ts'
import { listLeftSurveys } from '../../../../src/domain/reports/list-left-surveys.ts'

const unit = (code: string): Unit => ({
  id: `${code}@a`,
  code,
  kind: 'commune',
  name: code,
  fullName: `Xã ${code}`,
  parent: 'd@a',
  from: '2017-10-15',
  to: null,
})
const programme = (id: string, ...communes: string[]) =>
  readProgramme(id, [
    { field: 'surveyForm', value: { id: 'new', version: '1' } },
    { field: 'surveys/old', value: true },
    ...communes.map(code => ({ field: `communes/${code}@a`, value: true })),
  ])
const move = (thing: string, to: string, seq: number) => ({
  thing,
  field: `moves/m${seq}`,
  value: { to, reason: 'r' },
  author: 'p',
  at: seq,
  seq,
})
const list = (fields: readonly ReturnType<typeof move>[], answered: readonly string[] = []) =>
  listLeftSurveys({
    programmes: [programme('second', '1'), programme('first', '2')],
    communes: ['1', '2', '3'].map(unit),
    fields,
    answeredOf: response => Number(answered.includes(response)),
  }).map(({ response }) => response)

test('a survey sent before its commune moved to another programme, or left it, waits until it is reviewed', () => {
  const sent = [
    move('first.old.3@a', 'sent', 2),
    move('first.new.1@a', 'sent', 1),
    // Those of the programmes' own lists.
    move('second.new.1@a', 'sent', 3),
    move('first.old.2@a', 'sent', 4),
  ]
  expect(list(sent)).toEqual(['first.new.1@a', 'first.old.3@a'])
  expect(list([...sent, move('first.new.1@a', 'approved', 5)])).toEqual(['first.old.3@a'])
  expect(list([...sent, move('first.old.3@a', 'returned', 5)])).toEqual(['first.new.1@a'])
})

test('one that was sent waits though its commune has begun another form since', () => {
  const sent = [move('first.old.2@a', 'sent', 1)]
  expect(list(sent)).toEqual([])
  expect(list(sent, ['first.new.2@a'])).toEqual(['first.old.2@a'])
})
