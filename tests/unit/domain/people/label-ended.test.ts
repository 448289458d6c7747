import { expect, test } from 'vitest'
import { labelEnded } from '../../../../src/domain/people/label-ended.ts'
import { createUnitTree } from '../../../../src/domain/people/unit-tree.ts'

const unit = {
  id: 'a',
  code: '06010',
  kind: 'commune',
  name: 'Cao Minh',
  fullName: 'Xã Cao Minh',
  parent: null,
  from: '2017-10-15',
} as const
const named = (to: string | null, today: string) =>
  labelEnded(
    { tree: createUnitTree([{ ...unit, to }]) } as unknown as Parameters<typeof labelEnded>[0],
    today,
    (name, day) => `${name} (đến ${day})`,
  ).tree.get('a')

test('a unit that has ended bears its last day, written as everywhere, and keeps its own name for papers', () => {
  expect(named('2025-06-30', '2025-07-01')).toMatchObject({
    fullName: 'Xã Cao Minh (đến 30/06/2025)',
    officialName: 'Xã Cao Minh',
  })
  expect(named('2025-06-30', '2025-06-30')?.fullName).toBe('Xã Cao Minh')
  expect(named(null, '2025-07-01')?.fullName).toBe('Xã Cao Minh')
})
