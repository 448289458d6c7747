import { expect, test } from 'vitest'
import { listSurveyProgress } from '../../../../src/domain/reports/survey-progress.ts'
import type { Programme } from '../../../../src/domain/qms/programme.ts'
import type { Unit } from '../../../../src/domain/people/unit.ts'

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
const communes = ['1', '2', '3', '4', '5', '6'].map(unit)
const programme: Programme = {
  id: 'plan',
  name: { vi: 'KH' },
  begunOn: undefined,
  endedOn: undefined,
  surveyForm: { id: 'form', version: '1' },
  surveys: ['form'],
  surveyDueOn: '2026-11-20',
  standard: '2008',
  plan: new Map(),
  owners: new Map(),
  communes: new Set(communes.slice(0, 5).map(u => u.id)),
}
const move = (code: string, id: string, to: string, seq: number) => ({
  thing: `plan.form.${code}@a`,
  field: `moves/${id}`,
  value: { to, reason: 'r' },
  author: 'p',
  at: seq,
  seq,
})
const list = (today: string, more: Partial<Programme> = {}) =>
  listSurveyProgress({
    programme: { ...programme, ...more },
    communes,
    districtOf: () => undefined,
    fields: [
      move('1', 'a', 'sent', 1),
      move('1', 'b', 'approved', 2),
      { ...move('1', 'a', '', 1), field: 'results/a', value: { total: 71.5, band: 'high' } },
      move('2', 'c', 'sent', 1),
      move('3', 'd', 'sent', 1),
      move('3', 'e', 'returned', 2),
    ],
    answeredOf: response => (response === 'plan.form.4@a' ? 12 : 0),
    today,
  })

test('late communes come first, then what waits for review; those outside the programme are not listed', () => {
  expect(list('2026-11-21').map(row => [row.unit.code, row.state, row.isLate])).toEqual([
    ['5', 'notStarted', true],
    ['4', 'draft', true],
    ['3', 'returned', true],
    ['2', 'sent', false],
    ['1', 'approved', false],
  ])
})

test('on the last day nobody is late', () => {
  expect(list('2026-11-20').some(row => row.isLate)).toBe(false)
})

test('nobody is late in a programme that is over', () => {
  expect(list('2026-12-24', { endedOn: '2026-12-01' }).some(row => row.isLate)).toBe(false)
})

test('who has begun the survey with an earlier form goes on with that one', () => {
  const rows = list('2026-11-20', { surveyForm: { id: 'new', version: '1' }, surveys: ['new', 'form'] })
  expect(rows.map(row => [row.unit.code, row.response, row.state])).toEqual([
    ['2', 'plan.form.2@a', 'sent'],
    ['5', 'plan.new.5@a', 'notStarted'],
    ['4', 'plan.form.4@a', 'draft'],
    ['3', 'plan.form.3@a', 'returned'],
    ['1', 'plan.form.1@a', 'approved'],
  ])
})

test('the score is that of the latest sending, as the server wrote it', () => {
  const rows = list('2026-11-21')
  expect(rows.find(row => row.unit.code === '1')).toMatchObject({ score: 71.5, band: 'high', sendings: 1 })
  expect(rows.find(row => row.unit.code === '2')).toMatchObject({ score: null })
})

test('a unit that was founded after the last day is not late', () => {
  const young = { ...unit('9'), from: '2026-11-21' }
  const rows = listSurveyProgress({
    programme: { ...programme, communes: new Set([young.id, '5@a']) },
    communes: [young, unit('5')],
    districtOf: () => undefined,
    fields: [],
    answeredOf: () => 0,
    today: '2026-11-22',
  })
  expect(rows.map(row => [row.unit.code, row.isLate])).toEqual([
    ['5', true],
    ['9', false],
  ])
})
