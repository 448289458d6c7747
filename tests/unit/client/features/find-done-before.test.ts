import { expect, test } from 'vitest'
import { findDoneBefore } from '../../../../src/client/features/units/find-done-before.ts'
import type { UnitsProblem } from '../../../../src/domain/people/resolve-units-change.ts'

const ended = (code: string, day = '2025-06-30'): UnitsProblem => ({
  type: 'endsAlready',
  name: `Xã ${code}`,
  code,
  day,
})
const inUse: UnitsProblem = { type: 'codeInUse', code: '06001' }

test('a reorganisation that was carried out before is known by its communes, which ended on one day', () => {
  expect(findDoneBefore([ended('1'), ended('2'), inUse])).toEqual({ day: '2025-06-30', count: 2 })
})

test('any other problem is told by itself', () => {
  expect(findDoneBefore([])).toBeUndefined()
  expect(findDoneBefore([inUse])).toBeUndefined()
  expect(findDoneBefore([ended('1'), inUse])).toBeUndefined()
  expect(findDoneBefore([ended('1'), ended('2', '2024-12-31')])).toBeUndefined()
  expect(findDoneBefore([ended('1'), ended('2'), { type: 'nothingMoves' }])).toBeUndefined()
})
