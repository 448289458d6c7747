import { expect, test } from 'vitest'
import type { StoredField } from '../../../../src/domain/audits/stored-field.ts'
import { mergeRoads } from '../../../../src/domain/qms/merge-roads.ts'
import { readRoad } from '../../../../src/domain/qms/road.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'

const at = (ms: number, fields: Readonly<Record<string, JsonValue>>): readonly StoredField[] =>
  Object.entries(fields).map(([field, value]) => ({ field, value, author: 'p', at: ms, order: ms }))
const lan = { name: 'Lan', post: 'Văn thư', from: '2017-11-01', to: null }

test('a commune that goes on in another programme keeps staff, scope and targets, but plans anew', () => {
  const before = at(1, {
    'staff/lan': lan,
    'procedures/p': { title: 'Khai sinh', area: '' },
    'exclusions/7.3': 'Không thiết kế',
    'targets/ontime_rate': 95,
    'steps/s02': { plannedOn: '2017-12-01' },
    'gates/g': { value: 'na', reason: 'x' },
  })
  const road = readRoad(mergeRoads([], [before]))
  expect([...road.staff.keys()]).toEqual(['lan'])
  expect([road.procedures.size, road.exclusions.size, road.targets.size]).toEqual([1, 1, 1])
  expect([road.steps.size, road.gates.size]).toEqual([0, 0])
})

test('what was recorded last counts, in whichever programme; what was taken away stays away', () => {
  const before = at(1, { 'staff/lan': lan, 'staff/minh': { ...lan, name: 'Minh' } })
  const own = at(2, { 'staff/lan': { ...lan, post: 'Kế toán' }, 'staff/minh': null })
  expect([...readRoad(mergeRoads(own, [before])).staff]).toEqual([['lan', { ...lan, post: 'Kế toán' }]])
  const later = at(3, { 'staff/lan': { ...lan, to: '2018-01-01' } })
  expect(readRoad(mergeRoads(own, [before, later])).staff.get('lan')?.to).toBe('2018-01-01')
})
