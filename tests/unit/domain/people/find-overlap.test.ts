import { expect, test } from 'vitest'
import { findOverlap } from '../../../../src/domain/people/find-overlap.ts'
import type { Role } from '../../../../src/domain/people/role.ts'

const assignment = (id: string, from: string, to: string | null, role: Role = 'communeOfficial') => ({
  id,
  person: 'lan',
  role,
  unit: '06010@2017-10-15',
  from,
  to,
})
const standing = assignment('a', '2017-03-01', '2017-06-30')

test.each([
  ['begins on its last day', '2017-06-30', null],
  ['ends on its first day', '2017-01-01', '2017-03-01'],
  ['lies within', '2017-04-01', '2017-04-30'],
  ['is around it', '2017-01-01', null],
])('an assignment overlaps one of the same role and unit that %s', (_, from, to) => {
  expect(findOverlap([standing], assignment('b', from, to))).toBe(standing)
})

test.each([
  ['the day before', '2017-01-01', '2017-02-28'],
  ['the day after', '2017-07-01', null],
])('one that ends or begins %s does not overlap', (_, from, to) => {
  expect(findOverlap([standing], assignment('b', from, to))).toBeUndefined()
})

test('two open ends overlap however far apart they begin', () => {
  const open = assignment('a', '2017-01-01', null)
  expect(findOverlap([open], assignment('b', '2030-01-01', null))).toBe(open)
})

test('an assignment does not overlap itself, nor another role, unit or person', () => {
  const wanted = assignment('b', '2017-04-01', null)
  expect(findOverlap([{ ...standing, id: 'b' }], wanted)).toBeUndefined()
  expect(findOverlap([assignment('a', '2017-01-01', null, 'communeLeader')], wanted)).toBeUndefined()
  expect(findOverlap([{ ...standing, unit: '06022@2017-10-15' }], wanted)).toBeUndefined()
  expect(findOverlap([{ ...standing, person: 'minh' }], wanted)).toBeUndefined()
})

test('an assignment that ended before it began is of no day and overlaps nothing', () => {
  expect(
    findOverlap([assignment('a', '2017-05-01', '2017-04-30')], assignment('b', '2017-01-01', null)),
  ).toBeUndefined()
})
