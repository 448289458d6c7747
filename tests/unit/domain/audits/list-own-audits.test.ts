import { expect, test } from 'vitest'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import type { ListedField } from '../../../../src/domain/audits/list-findings.ts'
import { listOwnAudits } from '../../../../src/domain/audits/list-own-audits.ts'

let count = 0
const set = (thing: string, field: string, value: JsonValue, order = ++count): ListedField => ({
  thing,
  field,
  value,
  author: 'lead',
  at: order,
  order,
})
const audit = (thing: string, state: string | undefined, from: string, team = 'vi'): ListedField[] => [
  set(thing, `team/${team}`, { isLead: true }),
  set(thing, 'from', from),
  set(thing, 'to', from),
  ...(state === undefined ? [] : [set(thing, 'moves/1', { to: state })]),
]
const list = (...fields: ListedField[]) =>
  listOwnAudits({ fields, person: 'vi', today: '2017-11-20' }).map(({ thing, state }) => [thing, state])

test('audits of my teams stand with those under way first, then by their day', () => {
  expect(
    list(
      ...audit('late', 'planned', '2017-11-18'),
      ...audit('soon', 'planned', '2017-11-27'),
      ...audit('later', 'underway', '2017-11-25'),
      ...audit('now', 'underway', '2017-11-20'),
    ),
  ).toEqual([
    ['now', 'underway'],
    ['later', 'underway'],
    ['late', 'planned'],
    ['soon', 'planned'],
  ])
})

test('what is far ahead, not settled, over, or not mine waits for nobody', () => {
  expect(
    list(
      ...audit('far', 'planned', '2017-12-05'),
      ...audit('draft', undefined, '2017-11-21'),
      ...audit('signed', 'signed', '2017-11-01'),
      ...audit('theirs', 'underway', '2017-11-20', 'vi2'),
      // Taken off the team: a field has one value.
      ...audit('left', 'underway', '2017-11-20').with(0, set('left', 'team/vi', null)),
    ),
  ).toEqual([])
})

test('the last move counts, also one that waits for the network', () => {
  const begun = audit('a', 'planned', '2017-11-20')
  expect(list(...begun, set('a', 'moves/2', { to: 'underway' }, Infinity))).toEqual([['a', 'underway']])
  expect(list(...begun, set('a', 'moves/2', { to: 'draft' }))).toEqual([])
})
