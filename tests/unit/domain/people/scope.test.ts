import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../../../src/domain/people/assignment.ts'
import type { Role } from '../../../../src/domain/people/role.ts'
import { createScope } from '../../../../src/domain/people/scope.ts'
import { createUnitTree } from '../../../../src/domain/people/unit-tree.ts'
import type { Unit, UnitKind } from '../../../../src/domain/people/unit.ts'

const unit = (id: string, kind: UnitKind, parent: string | null, to: string | null = null): Unit => ({
  id,
  code: id.split('@')[0] ?? id,
  kind,
  name: id,
  fullName: id,
  parent,
  from: '2017-10-15',
  to,
})
const tree = createUnitTree([
  unit('20@a', 'province', null),
  unit('180@a', 'district', '20@a'),
  unit('181@a', 'district', '20@a'),
  unit('c1@a', 'commune', '180@a'),
  unit('c2@a', 'commune', '180@a'),
  unit('c3@a', 'commune', '181@a'),
  unit('gone@a', 'commune', '180@a', '2019-12-31'),
])
const given = (role: Role, at: string, from = '2020-01-01', to: string | null = null): Assignment => ({
  id: 'a1',
  person: 'p1',
  role,
  unit: at,
  from,
  to,
})
const today = '2026-11-23'
const scopeOf = (...assignments: Assignment[]) => createScope(assignments, tree, today)

describe('SY9 scope', () => {
  test('an official reads the own commune and the reference, nothing else', () => {
    expect(scopeOf(given('communeOfficial', 'c1@a')).feeds).toEqual(['20@a/reference', 'c1@a/unit'])
  })

  test('a district officer reads every commune of the own district that stands today', () => {
    const scope = scopeOf(given('districtOfficer', '180@a'))
    expect(scope.communesWhere('response.review').map(u => u.id)).toEqual(['c1@a', 'c2@a'])
    expect(scope.mayRead('c3@a/unit')).toBe(false)
    expect(scope.mayRead('gone@a/unit')).toBe(false)
  })

  test('an administrator manages people and reads no commune', () => {
    const scope = scopeOf(given('administrator', '20@a'))
    expect(scope.feeds).toEqual(['20@a/reference'])
    expect(scope.mayDo('people.manage', '20@a')).toBe(true)
  })

  test('an auditor reads what is audited, but neither fills nor reviews', () => {
    const scope = scopeOf(given('internalAuditor', 'c1@a'))
    expect(scope.mayRead('c1@a/unit')).toBe(true)
    expect(scope.mayRead('c1@a/audit')).toBe(true)
    expect(scope.mayDo('response.fill', 'c1@a')).toBe(false)
    expect(scope.mayDo('response.review', 'c1@a')).toBe(false)
  })

  test.each([
    ['not begun', '2026-11-24', null],
    ['ended yesterday', '2020-01-01', '2026-11-22'],
  ])('an assignment that is %s gives nothing', (_, from, to) => {
    expect(scopeOf(given('provinceCoordinator', '20@a', from, to)).feeds).toEqual([])
  })

  test('the last day of an assignment still counts', () => {
    expect(scopeOf(given('communeOfficial', 'c1@a', today, today)).mayRead('c1@a/unit')).toBe(true)
  })

  test('a person with two assignments has both', () => {
    const scope = scopeOf(given('communeOfficial', 'c1@a'), given('districtOfficer', '181@a'))
    expect(scope.mayDo('response.fill', 'c1@a')).toBe(true)
    expect(scope.mayDo('response.review', 'c3@a')).toBe(true)
    expect(scope.mayDo('response.review', 'c1@a')).toBe(false)
  })

  test.each(['', '/', 'c1@a', 'c1@a/', 'c1@a/secret', '../c1@a/unit', '__proto__/unit'])(
    'the feed name %j opens nothing',
    feed => {
      expect(scopeOf(given('communeOfficial', 'c1@a')).mayRead(feed)).toBe(false)
    },
  )
})

test('a circle in the tree does not hang', () => {
  const circle = createUnitTree([unit('a@a', 'district', 'b@a'), unit('b@a', 'district', 'a@a')])
  expect(circle.subtree('a@a').map(u => u.id)).toEqual(['a@a', 'b@a'])
  expect(circle.ancestors('a@a').map(u => u.id)).toEqual(['b@a', 'a@a'])
})
