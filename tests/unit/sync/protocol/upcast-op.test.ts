import { expect, test } from 'vitest'
import type { Op } from '../../../../src/sync/protocol/op.ts'
import {
  isOfNewerSchema,
  schemaOf,
  upcastOp,
  type Upcaster,
} from '../../../../src/sync/protocol/upcast-op.ts'

const op: Op = {
  id: 'o1',
  device: 'd1',
  seq: 1,
  group: 'g',
  feed: 'c1@a/unit',
  type: 'survey',
  thing: 't1',
  field: 'answer/q1',
  value: 1,
  hlc: 5,
  base: null,
  schema: 1,
}
const steps: readonly Upcaster[] = [
  older => ({ ...older, field: older.field.replace('answer/', 'answers/') }),
  older => ({ ...older, type: 'response', value: JSON.stringify(older.value) }),
]

test('SY14 an op goes through every step after its own schema, in order', () => {
  expect(upcastOp(op, steps)).toEqual({
    ...op,
    field: 'answers/q1',
    type: 'response',
    value: '1',
    schema: 3,
  })
  expect(upcastOp({ ...op, schema: 2 }, steps)).toMatchObject({
    field: 'answer/q1',
    type: 'response',
    schema: 3,
  })
})

test('SY14 an op of this schema, or of a newer one, is left as it is', () => {
  for (const schema of [3, 4, 99]) expect(upcastOp({ ...op, schema }, steps)).toEqual({ ...op, schema })
  expect(isOfNewerSchema({ ...op, schema: 3 }, steps)).toBe(false)
  expect(isOfNewerSchema({ ...op, schema: 4 }, steps)).toBe(true)
})

test('a schema that is no sensible number counts as the oldest', () => {
  for (const schema of [0, -7, 1.5, Number.NaN]) expect(upcastOp({ ...op, schema }, steps).schema).toBe(3)
})

test('this build writes the schema that its steps lead to', () => {
  expect(schemaOf([])).toBe(upcastOp(op).schema)
})
