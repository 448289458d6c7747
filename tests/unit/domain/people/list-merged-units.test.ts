import { expect, test } from 'vitest'
import { listMergedUnits } from '../../../../src/domain/people/list-merged-units.ts'
import type { Unit } from '../../../../src/domain/people/unit.ts'

const unit = (code: string, from: string, more: Partial<Unit> = {}): Unit => ({
  id: `${code}@${from}`,
  code,
  kind: 'commune',
  name: code,
  fullName: `Xã ${code}`,
  parent: 'd@a',
  from,
  to: null,
  ...more,
})
const successor = '9@2025-07-01'
const ended = { to: '2025-06-30', successor }
const all = [
  unit('1', '2017-10-15', ended),
  unit('2', '2017-10-15', ended),
  unit('3', '2017-10-15'),
  unit('9', '2025-07-01'),
]
const list = (own: readonly string[], today: string) =>
  listMergedUnits(all, own, today).map(({ unit: one, before, on }) => [
    one.code,
    on,
    before.map(({ code }) => code),
  ])

test('of own units those that took the place of others are told, with their names of before', () => {
  expect(list([successor, '3@2017-10-15'], '2025-07-01')).toEqual([['9', '2025-07-01', ['1', '2']]])
  expect(list(['3@2017-10-15'], '2025-07-01')).toEqual([])
})

test('nothing is told before the day', () => {
  expect(list([successor, '1@2017-10-15'], '2025-06-30')).toEqual([])
})

test('of a unit that took in others more than once the last ones are told', () => {
  const later = [...all, unit('4', '2017-10-15', { ...ended, to: '2026-03-31' })]
  expect(listMergedUnits(later, [successor], '2026-04-01')).toMatchObject([
    { on: '2026-04-01', before: [{ code: '4' }] },
  ])
})
