import { expect, test } from 'vitest'
import type { Assignment } from '../../../../src/domain/people/assignment.ts'
import { homeUnit } from '../../../../src/domain/people/home-unit.ts'
import type { Unit } from '../../../../src/domain/people/unit.ts'
import { createUnitTree } from '../../../../src/domain/people/unit-tree.ts'

const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  id,
  code: id,
  kind: 'commune',
  name: id,
  fullName: id,
  parent: null,
  from: '2017-01-01',
  to: null,
  ...more,
})
const tree = createUnitTree([
  unit('old', { to: '2025-06-30', successor: 'new' }),
  unit('new', { from: '2025-07-01' }),
  unit('other'),
  unit('gone', { to: '2025-06-30' }),
])
const role = (at: string, from = '2017-01-01', to: string | null = null): Assignment => ({
  id: at,
  person: 'lan',
  role: 'communeOfficial',
  unit: at,
  from,
  to,
})
const on = (day: string, ...assignments: readonly Assignment[]) => homeUnit(assignments, tree, day)?.id

test('who works for a unit that ended works for its successor from that day on', () => {
  const own = [role('old', '2017-01-01', '2025-06-30'), role('new', '2025-07-01')]
  expect([on('2025-06-30', ...own), on('2025-07-01', ...own)]).toEqual(['old', 'new'])
  expect([on('2025-06-30', role('old')), on('2025-07-01', role('old'))]).toEqual(['old', 'new'])
})

test('the first role that counts on the day decides, and where none does the first one', () => {
  const ended = role('other', '2017-01-01', '2018-01-01')
  expect(on('2020-01-01', ended, role('old'))).toBe('old')
  expect(on('2020-01-01', ended)).toBe('other')
  expect(on('2026-01-01', role('gone'))).toBe('gone')
  expect(on('2020-01-01')).toBeUndefined()
})
