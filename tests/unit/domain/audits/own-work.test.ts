import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../../../src/domain/people/assignment.ts'
import { isOwnWork, ownWorkAt } from '../../../../src/domain/people/own-work.ts'

const held = (given: Partial<Assignment>): Assignment => ({
  id: 'a',
  person: 'p',
  role: 'communeOfficial',
  unit: 'c1',
  from: '2026-01-01',
  to: null,
  ...given,
})
const workOf = (...assignments: readonly Assignment[]) => ownWorkAt(assignments, 'c1', '2026-11-23')

describe('what is somebody’s own work (ISO 19011, 4 e)', () => {
  test('the areas of their assignments, together', () => {
    expect(workOf(held({ areas: ['oneStop'] }), held({ areas: ['justice', 'oneStop'] }))).toEqual([
      'oneStop',
      'justice',
    ])
  })

  test('all of it for who leads the commune, and where nobody said which', () => {
    expect(workOf(held({ role: 'communeLeader', areas: ['oneStop'] }))).toBe('all')
    expect(workOf(held({}))).toBe('all')
    expect(workOf(held({ areas: ['land'] }), held({}))).toBe('all')
  })

  test('nothing of another commune, of another time, or of who only audits or reviews', () => {
    expect(workOf(held({ unit: 'c2' }))).toEqual([])
    expect(workOf(held({ to: '2026-11-22' }), held({ from: '2026-11-24' }))).toEqual([])
    expect(workOf(held({ role: 'internalAuditor' }), held({ role: 'districtOfficer' }))).toEqual([])
  })

  test('an area is own work when it is named, or all is', () => {
    expect([isOwnWork(['land'], 'land'), isOwnWork(['land'], 'justice'), isOwnWork('all', 'land')]).toEqual([
      true,
      false,
      true,
    ])
  })
})
