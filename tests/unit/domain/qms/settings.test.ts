import { expect, test } from 'vitest'
import {
  dueDaysOf,
  gradeWordsOf,
  readSettings,
  refuseSetting,
  thresholdsOf,
} from '../../../../src/domain/qms/settings.ts'

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
  ['papers/signing', 'deputy', undefined],
  ['papers/signing', null, undefined],
  ['papers/signing', 'anybody', 'badValue'],
  ['grades/major/vi', 'Lỗi nặng', undefined],
  ['grades/major/vi', null, undefined],
  ['grades/major/vi', 'x'.repeat(61), 'badValue'],
  ['grades/major/vi', 5, 'badValue'],
  ['grades/huge/vi', 'x', 'unknownField'],
  ['grades/major/fr', 'x', 'unknownField'],
] as const)('%s = %j is answered with %s', (field, value, refusal) => {
  expect(refuseSetting(field, value)).toBe(refusal)
})

test('grades are called as the province calls them, and as usual where it does not', () => {
  const usual = gradeWordsOf(readSettings([]))
  const own = gradeWordsOf(
    readSettings([
      { field: 'grades/major/vi', value: ' Lỗi nặng ' },
      { field: 'grades/minor/vi', value: ' ' },
    ]),
  )
  expect(own[0]?.label).toEqual({ ...usual[0]?.label, vi: 'Lỗi nặng' })
  expect(own[0]?.short['vi']).toBe('Lỗi nặng')
  expect(own.slice(1)).toEqual(usual.slice(1))
})

test('papers are signed for the committee unless the province says otherwise', () => {
  const signingOf = (value: string) => readSettings([{ field: 'papers/signing', value }]).signing
  expect([readSettings([]).signing, signingOf('deputy'), signingOf('anybody')]).toEqual([
    'committee',
    'deputy',
    'committee',
  ])
})
