import { expect, test } from 'vitest'
import type { Entry, Op } from '../../../../src/sync/protocol/op.ts'
import type { Answer } from '../../../../src/sync/protocol/wire.ts'
import { applyAnswer, applyLocal, applyPulled } from '../../../../src/sync/replica/merge-row.ts'
import { pendingSeq, serverVersion, type Row } from '../../../../src/sync/replica/row.ts'

const address = { feed: 'c1@a/unit', type: 'response', thing: 't1', field: 'answers/q1' }
const anEntry = (given: Partial<Entry> = {}): Entry => ({
  ...address,
  value: 'theirs',
  seq: 4,
  hlc: 40,
  op: 'theirs',
  author: 'minh',
  at: 400,
  ...given,
})
const anOp = (id: string, given: Partial<Op> = {}): Op => ({
  ...address,
  id,
  device: 'd1',
  seq: 1,
  group: 'g',
  value: `value of ${id}`,
  hlc: 50,
  base: null,
  schema: 1,
  ...given,
})
const won = (seq: number) => ({ result: 'ok', seq, hlc: 60, wins: true }) as const
const lost = (seq: number): Answer => ({ result: 'conflict', seq, hlc: 60, wins: false })
const taken = { author: 'lan', at: 600 }

const local = (row: Row | undefined, id: string) => applyLocal(row, anOp(id), 'lan', 500)
const pulled = applyPulled(undefined, anEntry())

test('a pulled field shows as the server has it', () => {
  expect(pulled).toEqual({ ...anEntry(), pending: null, server: null })
  expect(serverVersion(pulled)).toMatchObject({ op: 'theirs', seq: 4 })
})

test('the person sees their own pending value over the one the server has', () => {
  expect(local(pulled, 'a')).toMatchObject({
    value: 'value of a',
    author: 'lan',
    at: 500,
    seq: pendingSeq,
    pending: 'a',
    server: { value: 'theirs', op: 'theirs' },
  })
})

test('a newer version pulled under a pending value stays below it', () => {
  const row = applyPulled(local(pulled, 'a'), anEntry({ value: 'newer', op: 'newer', seq: 9 }))
  expect(row).toMatchObject({ value: 'value of a', pending: 'a', server: { value: 'newer', seq: 9 } })
})

test('an older version than the one known changes nothing', () => {
  expect(applyPulled(pulled, anEntry({ seq: 3, op: 'old' }))).toBe(pulled)
})

test('after an answer that wins, the op is the server version', () => {
  const row = applyAnswer(local(pulled, 'a'), anOp('a'), won(7), taken)
  expect(row).toEqual({
    ...address,
    value: 'value of a',
    op: 'a',
    hlc: 60,
    seq: 7,
    ...taken,
    pending: null,
    server: null,
  })
})

test('after an answer that loses, the server version shows', () => {
  expect(applyAnswer(local(pulled, 'a'), anOp('a'), lost(7), taken)).toEqual(pulled)
})

test('who lost to a value that is not here yet sees the own one until it comes', () => {
  const row = applyAnswer(local(undefined, 'a'), anOp('a'), lost(7), taken)
  expect(row).toMatchObject({ value: 'value of a', pending: null, isStale: true })
  expect(serverVersion(row)).toBeNull()
  expect(applyPulled(row, anEntry())).toEqual(pulled)
})

test('a later edit of the field stays shown when the earlier one is answered', () => {
  const first = local(pulled, 'a')
  const second = applyLocal(first, anOp('b', { base: 'a' }), 'lan', 501)
  const row = applyAnswer(second, anOp('a'), won(7), taken)
  expect(row).toMatchObject({ value: 'value of b', pending: 'b', server: { op: 'a', seq: 7 } })
})

test('an answer given again after a newer version was pulled does not bring the old one back', () => {
  const newer = applyPulled(local(undefined, 'a'), anEntry({ op: 'newer', seq: 9 }))
  expect(applyAnswer(newer, anOp('a'), { ...won(7), result: 'duplicate' }, taken)).toMatchObject({
    op: 'newer',
    pending: null,
  })
})

test('SY4 a held op makes way for what the server has', () => {
  const held: Answer = { result: 'held', reason: 'locked' }
  expect(applyAnswer(local(pulled, 'a'), anOp('a'), held, taken)).toEqual(pulled)
  expect(applyAnswer(local(undefined, 'a'), anOp('a'), held, taken)).toBeUndefined()
})

test('SY4 a held op leaves a later edit of the field on the screen', () => {
  const second = applyLocal(local(pulled, 'a'), anOp('b'), 'lan', 501)
  expect(applyAnswer(second, anOp('a'), { result: 'held', reason: 'locked' }, taken)).toBe(second)
})
