import { describe, expect, test } from 'vitest'
import { changesSince, previousSending, sentAnswers } from '../../../../src/domain/responses/compare-sent.ts'
import { readResponse, type ResponseEntry } from '../../../../src/domain/responses/response.ts'
import {
  returnedQuestions,
  uncorrectedQuestions,
} from '../../../../src/domain/responses/returned-questions.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'

const entry = (field: string, value: JsonValue, order: number, author = 'p1'): ResponseEntry => ({
  field,
  value,
  author,
  at: order * 1000,
  order,
})
const sending = (answers: Record<string, JsonValue>, files: Record<string, string[]> = {}): JsonValue => ({
  to: 'sent',
  sent: { answers, notes: {}, files },
})
const waiting = Number.MAX_SAFE_INTEGER

test('the state is that of the last move in the server’s order; one that waits on the tablet comes last', () => {
  const moves = [entry('moves/b', { to: 'returned', reason: 'x' }, 5), entry('moves/a', sending({}), 3)]
  expect(readResponse(moves).state).toBe('returned')
  expect(readResponse([...moves, entry('moves/c', sending({}), waiting)]).state).toBe('sent')
  expect(readResponse([]).state).toBe('draft')
})

test('fields of a newer build, and values of the wrong shape, are passed over', () => {
  const response = readResponse([
    entry('answers/q1', 'a', 1),
    entry('answers/q2', { deep: true }, 2),
    entry('hologram/q1', 1, 3),
    entry('moves/m', 'sent', 4),
    entry('evidence/q1/zz', null, 5),
  ])
  expect(response.answers).toEqual({ q1: 'a' })
  expect(response.moves).toEqual([])
  expect(response.evidence).toEqual({})
})

describe('what changed since last sent', () => {
  const first = entry('moves/m1', sending({ q1: 1, q2: ['a'], gone: 'x' }, { p: ['f1'] }), 3)
  const again = entry('moves/m3', sending({ q1: 2, q2: ['a'], new: 'y' }), 9)

  test('is told answer by answer, photos too', () => {
    const response = readResponse([first, again])
    const before = previousSending(response)
    if (!before) throw new Error('sent twice')
    const changes = changesSince(before, {
      answers: { q1: 2, q2: ['a'], new: 'y' },
      notes: { q2: 'ghi chú' },
      files: { p: ['f1', 'f2'] },
    })
    expect([...changes.keys()].sort()).toEqual(['gone', 'new', 'p', 'q1', 'q2'])
    expect(changes.get('q1')).toMatchObject({ before: 1, now: 2 })
    expect(changes.get('p')).toMatchObject({ filesAdded: ['f2'], filesRemoved: [] })
  })

  test('is nothing after the first sending', () => {
    expect(previousSending(readResponse([first]))).toBeUndefined()
  })

  test('is nothing when the same is sent again', () => {
    const same = sentAnswers(readResponse([entry('answers/q1', 1, 1), entry('notes/q1', 'n', 2)]))
    expect(changesSince(same, structuredClone(same)).size).toBe(0)
  })
})

describe('returned questions', () => {
  const round = [
    entry('comments/old/c0', { text: 'round one' }, 2),
    entry('moves/m1', sending({}), 3),
    entry('comments/q1/c1', { text: 'Xem lại' }, 4, 'officer'),
    entry('moves/m2', { to: 'returned', reason: 'x' }, 5, 'officer'),
  ]

  test('are those commented on between sending and return', () => {
    expect([...returnedQuestions(readResponse(round))]).toEqual(['q1'])
  })

  test('do not grow by the commune’s own replies, and are none once sent again', () => {
    const reply = entry('comments/q2/c2', { text: 'Đã sửa' }, waiting)
    expect([...returnedQuestions(readResponse([...round, reply]))]).toEqual(['q1'])
    expect(returnedQuestions(readResponse([...round, entry('moves/m3', sending({}), waiting)])).size).toBe(0)
  })

  test('are done with once answer, note or files are others than those that were sent', () => {
    const sent = readResponse([entry('answers/q1', 'a', 2), ...round.map(withSent)])
    expect([...uncorrectedQuestions(sent)]).toEqual(['q1'])
    const changed = [entry('answers/q1', 'b', waiting), ...round.map(withSent)]
    expect(uncorrectedQuestions(readResponse(changed)).size).toBe(0)
    const noted = [entry('answers/q1', 'a', 2), entry('notes/q1', 'n', waiting), ...round.map(withSent)]
    expect(uncorrectedQuestions(readResponse(noted)).size).toBe(0)
  })
})

/** The sendings of the round as if `q1` had been answered `a`. */
const withSent = (one: ResponseEntry): ResponseEntry =>
  JSON.stringify(one.value).includes('"sent"') ? { ...one, value: sending({ q1: 'a' }) } : one
