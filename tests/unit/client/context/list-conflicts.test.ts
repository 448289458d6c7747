import { expect, test } from 'vitest'
import { listConflicts } from '../../../../src/client/context/list-conflicts.ts'
import type { Row } from '../../../../src/sync/replica/row.ts'

const row = (field: string, value: Row['value'], op = `op of ${field}`): Row => ({
  feed: 'c1@a/unit',
  type: 'response',
  thing: 't1',
  field,
  value,
  op,
  hlc: 1,
  author: 'minh',
  at: 20,
  seq: 1,
  pending: null,
  server: null,
})
const lost = (field: string, value: Row['value'], more: object = {}): Row['value'] => ({
  field,
  value,
  author: 'lan',
  hlc: 1,
  at: 10,
  ...more,
})
const list = (...rows: readonly Row[]) => listConflicts(new Map(rows.map(one => [one.field, one])))

test('SY6 both values, who, when and from which tablet, of every kind of field', () => {
  const from = { device: 'd-lan', winner: { op: 'w', device: 'd-minh' } }
  expect(
    list(row('answers/q1@r2', 'mới', 'w'), row('conflicts/l', lost('answers/q1@r2', 'cũ', from))),
  ).toEqual([
    {
      op: 'l',
      field: 'answers/q1@r2',
      kind: 'answer',
      question: 'q1@r2',
      lost: { value: 'cũ', author: 'lan', at: 10, device: 'd-lan' },
      kept: { value: 'mới', author: 'minh', at: 20, device: 'd-minh' },
    },
  ])
  const kinds = ['notes/q', 'confirmed/q', 'evidence/q/x', 'rows/people/r1', 'later/q'].map(
    field => list(row('conflicts/l', lost(field, null)))[0],
  )
  expect(kinds.map(one => one?.kind)).toEqual(['note', 'confirmed', 'evidence', 'row', 'other'])
  expect(kinds.map(one => one?.question)).toEqual(['q', 'q', 'q', undefined, undefined])
})

test('SY6 of a value written since, nobody noted the tablet; of an older server nothing', () => {
  const from = { device: 'd-lan', winner: { op: 'w', device: 'd-minh' } }
  const since = list(row('answers/q', 'sau', 'later'), row('conflicts/l', lost('answers/q', 'cũ', from)))
  expect(since[0]).toMatchObject({ lost: { device: 'd-lan' }, kept: { device: undefined } })
  expect(list(row('conflicts/l', lost('answers/q', 'cũ')))[0]).toMatchObject({
    lost: { device: undefined },
    kept: undefined,
  })
})

test('SY6 what is settled, or is no conflict at all, is not listed', () => {
  expect(list(row('conflicts/l', lost('answers/q', 1)), row('settled/l', true))).toEqual([])
  expect(list(row('conflicts/l', 'nonsense'), row('answers/q', 1))).toEqual([])
})
