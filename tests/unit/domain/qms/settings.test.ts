import { expect, test } from 'vitest'
import { dueDaysOf, readSettings, refuseSetting, thresholdsOf } from '../../../../src/domain/qms/settings.ts'

test('what a province has not set is as usual', () => {
  const settings = readSettings([])
  expect([dueDaysOf(settings, 'major'), dueDaysOf(settings, 'minor')]).toEqual([15, 30])
  expect(thresholdsOf(settings)).toEqual({
    attendanceRate: 90,
    auditors: 2,
    quizAverage: 70,
    daysApplied: 60,
    onTimeRate: 95,
  })
  expect(settings.hasParent).toBe(true)
})

test('what it has set counts, and what makes no sense is as if it were not there', () => {
  const settings = readSettings([
    { field: 'dueDays/major', value: 10 },
    { field: 'dueDays/minor', value: 4000 },
    { field: 'papers/hasParent', value: false },
    { field: 'constructor', value: 5 },
  ])
  expect([dueDaysOf(settings, 'major'), dueDaysOf(settings, 'minor'), settings.hasParent]).toEqual([
    10,
    30,
    false,
  ])
})

test.each([
  ['dueDays/major', 0, 'badValue'],
  ['dueDays/major', 1.5, 'badValue'],
  ['dueDays/major', 366, 'badValue'],
  ['dueDays/major', '15', 'badValue'],
  ['dueDays/major', 365, undefined],
  ['dueDays/major', null, undefined],
  ['papers/hasParent', 'no', 'badValue'],
  ['papers/other', true, 'unknownField'],
] as const)('%s = %j is answered with %s', (field, value, refusal) => {
  expect(refuseSetting(field, value)).toBe(refusal)
})
