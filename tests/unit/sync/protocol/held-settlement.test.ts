import { describe, expect, test } from 'vitest'
import {
  readHeldQuestion,
  readSettlement,
  settlementTypeOf,
  waysToSettle,
} from '../../../../src/sync/protocol/held-settlement.ts'
import {
  heldQuestionField,
  isHeldQuestion,
  parseSettlementField,
  settlementField,
} from '../../../../src/sync/protocol/settlement-name.ts'

const answer = { type: 'response', field: 'answers/q1' }

describe('SY4 how a reviewer may settle what is held', () => {
  test.each([
    ['outOfScope', ['accepted', 'asked', 'dismissed']],
    ['notYourRole', ['accepted', 'asked', 'dismissed']],
    ['notIndependent', ['asked', 'dismissed']],
    ['locked', ['asked', 'dismissed']],
    ['illegalMove', ['asked', 'dismissed']],
    ['incomplete', ['asked', 'dismissed']],
    ['reasonMissing', ['asked', 'dismissed']],
    ['unknownType', ['asked', 'dismissed']],
    ['unknownField', ['asked', 'dismissed']],
    ['badValue', ['asked', 'dismissed']],
    ['newerSchema', []],
    ['tooLarge', ['asked', 'dismissed']],
    ['otherFeed', ['asked', 'dismissed']],
    ['opIdReused', ['asked', 'dismissed']],
    ['aReasonOfTomorrow', []],
    ['constructor', []],
  ] as const)('an answer held for %s: %j', (reason, ways) => {
    expect(waysToSettle({ op: answer, reason })).toEqual(ways)
  })

  test.each(['moves/m1', 'comments/q1/c1', 'evidence/q1/aa', 'form', 'signatures/p1'])(
    '%s is said in one person’s name: nobody sets it for another',
    field => {
      expect(waysToSettle({ op: { type: 'response', field }, reason: 'notYourRole' })).toEqual([
        'asked',
        'dismissed',
      ])
    },
  )

  test('a check of an audit is its auditor’s own judgement', () => {
    const op = { type: 'audit', field: 'verdicts/a@b' }
    expect(waysToSettle({ op, reason: 'notYourRole' })).toEqual(['asked', 'dismissed'])
  })

  test('the field of a settlement, and of a question, names the op and its author', () => {
    const name = { op: 'o-1', author: 'lan/x' }
    expect(parseSettlementField(settlementField(name))).toEqual(name)
    expect(isHeldQuestion(settlementField(name))).toBe(false)
    expect(parseSettlementField(heldQuestionField(name))).toEqual(name)
    expect(isHeldQuestion(heldQuestionField(name))).toBe(true)
    for (const bad of ['', 'o', '/lan', 'o/', 'o//ask']) expect(parseSettlementField(bad)).toBeUndefined()
  })

  test('only feeds that a reviewer reads have settlements', () => {
    const types = ['c1@a/unit', 'c1@a/audit', '20@a/reference', 'nonsense'].map(settlementTypeOf)
    expect(types).toEqual(['heldWork', 'heldAuditWork', undefined, undefined])
  })

  test('a question without words is none', () => {
    expect(readHeldQuestion({ note: 'Gửi lại nhé' })).toEqual({ note: 'Gửi lại nhé' })
    for (const bad of [null, [], 'x', {}, { note: ' ' }, { note: 'x'.repeat(2001) }])
      expect(readHeldQuestion(bad)).toBeUndefined()
  })

  test('a settlement of another shape is none', () => {
    expect(readSettlement({ result: 'accepted', note: '' })).toEqual({ result: 'accepted', note: '' })
    const long = { result: 'dismissed', note: 'x'.repeat(2001) }
    for (const bad of [null, [], 'accepted', { result: 'deleted', note: '' }, { result: 'accepted' }, long])
      expect(readSettlement(bad)).toBeUndefined()
  })
})
