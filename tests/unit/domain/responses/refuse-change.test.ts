import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { may, type Action, type Role } from '../../../../src/domain/people/role.ts'
import { refuseResponseChange } from '../../../../src/domain/responses/refuse-change.ts'
import { readResponse, type ResponseEntry } from '../../../../src/domain/responses/response.ts'
import { completeAnswers, surveyName, theSurvey } from '../../../support/a-survey.ts'

const today = '2026-11-23'
const sha = 'a'.repeat(64)
const photo = { type: 'image/jpeg', size: 1000, width: 100, height: 80, thumb: null }

const entry = (field: string, value: JsonValue, order = 1): ResponseEntry => ({
  field,
  value,
  author: 'p1',
  at: order,
  order,
})
const form = entry('form', surveyName)
const complete = Object.entries(completeAnswers(today)).map(([id, value]) => entry(`answers/${id}`, value))
const move = (id: string, to: string, order: number, reason?: string): ResponseEntry =>
  entry(`moves/${id}`, reason === undefined ? { to } : { to, reason }, order)

function refuse(role: Role, entries: readonly ResponseEntry[], field: string, value: JsonValue) {
  return refuseResponseChange(field, value, {
    response: readResponse(entries),
    mayDo: (action: Action) => (may[action] as readonly Role[]).includes(role),
    roles: [role],
    findForm: name =>
      name.id === surveyName.id && name.version === surveyName.version ? theSurvey : undefined,
    today,
  })
}

describe('an official', () => {
  test('answers, notes and photographs while the response is with the commune', () => {
    expect(refuse('communeOfficial', [form], 'answers/s1_villages', 9)).toBeUndefined()
    expect(refuse('communeOfficial', [form], 'notes/s1_villages', 'theo sổ')).toBeUndefined()
    expect(refuse('communeOfficial', [form], `evidence/s1_assign/${sha}`, photo)).toBeUndefined()
    expect(refuse('communeOfficial', [form], 'answers/s1_villages', null)).toBeUndefined()
  })

  test('may leave an invalid answer in a draft, but sends only a complete one', () => {
    expect(refuse('communeOfficial', [form], 'answers/s1_villages', 900)).toBeUndefined()
    expect(refuse('communeOfficial', [form], 'moves/m1', { to: 'sent' })).toBe('incomplete')
    expect(refuse('communeOfficial', [form, ...complete], 'moves/m1', { to: 'sent' })).toBeUndefined()
    const invalid = [form, ...complete, entry('answers/s1_villages', 900, 2)]
    expect(refuse('communeOfficial', invalid, 'moves/m1', { to: 'sent' })).toBe('incomplete')
  })

  test('finds the response locked once it is sent, and open again once it is returned', () => {
    const sent = [form, ...complete, move('m1', 'sent', 5)]
    expect(refuse('communeOfficial', sent, 'answers/s1_villages', 8)).toBe('locked')
    expect(refuse('communeOfficial', sent, 'moves/m2', { to: 'sent' })).toBe('illegalMove')
    const returned = [...sent, move('m2', 'returned', 6, 'Sửa lại')]
    expect(refuse('communeOfficial', returned, 'answers/s1_villages', 8)).toBeUndefined()
    expect(refuse('communeOfficial', returned, 'moves/m3', { to: 'sent' })).toBeUndefined()
  })

  test('neither approves nor returns', () => {
    const sent = [form, ...complete, move('m1', 'sent', 5)]
    expect(refuse('communeOfficial', sent, 'moves/m2', { to: 'approved' })).toBe('notYourRole')
    expect(refuse('communeOfficial', sent, 'moves/m2', { to: 'returned', reason: 'x' })).toBe('notYourRole')
  })
})

describe('a district officer', () => {
  const sent = [form, ...complete, move('m1', 'sent', 5)]

  test('comments, approves, and returns with a reason', () => {
    expect(refuse('districtOfficer', sent, 'comments/s1_villages/c1', { text: 'Xem lại' })).toBeUndefined()
    expect(refuse('districtOfficer', sent, 'moves/m2', { to: 'approved' })).toBeUndefined()
    expect(refuse('districtOfficer', sent, 'moves/m2', { to: 'returned' })).toBe('reasonMissing')
    expect(refuse('districtOfficer', sent, 'moves/m2', { to: 'returned', reason: '  ' })).toBe(
      'reasonMissing',
    )
    expect(refuse('districtOfficer', sent, 'moves/m2', { to: 'returned', reason: 'Thiếu' })).toBeUndefined()
  })

  test('does not write the commune’s answers, and does not decide on a draft', () => {
    expect(refuse('districtOfficer', [form], 'answers/s1_villages', 9)).toBe('notYourRole')
    expect(refuse('districtOfficer', [form, ...complete], 'moves/m1', { to: 'approved' })).toBe('illegalMove')
  })

  test('of two who decide at once the second finds it decided', () => {
    const approved = [...sent, move('m2', 'approved', 6)]
    expect(refuse('districtOfficer', approved, 'moves/m3', { to: 'approved' })).toBe('illegalMove')
  })
})

test('an auditor reads and changes nothing', () => {
  expect(refuse('internalAuditor', [form], 'answers/s1_villages', 9)).toBe('notYourRole')
  expect(refuse('internalAuditor', [form], 'comments/s1_villages/c1', { text: 'x' })).toBe('notYourRole')
})

test('the form of a response stays the one it was started with', () => {
  expect(refuse('communeOfficial', [], 'form', surveyName)).toBeUndefined()
  expect(refuse('communeOfficial', [form], 'form', surveyName)).toBeUndefined()
  expect(refuse('communeOfficial', [], 'form', { id: 'other', version: '1' })).toBe('badValue')
})

test.each<[string, JsonValue, string]>([
  ['answers/nowhere', 1, 'unknownField'],
  ['secret', 1, 'unknownField'],
  ['answers/s1_villages/x', 1, 'unknownField'],
  ['answers/s1_villages', { a: 1 }, 'badValue'],
  ['answers/s1_villages', 'x'.repeat(20_001), 'badValue'],
  ['notes/s1_villages', 5, 'badValue'],
  [`evidence/s1_assign/${sha}`, { ...photo, type: 'text/html' }, 'badValue'],
  [`evidence/s1_assign/${sha}`, { ...photo, size: -1 }, 'badValue'],
  ['comments/s1_villages/c1', { text: '' }, 'badValue'],
  ['moves/m1', { to: 'burnt' }, 'badValue'],
  ['results/m1', { total: 100 }, 'notYourRole'],
])('the server takes no %s = %j from a tablet: %s', (field, value, reason) => {
  expect(refuse('communeOfficial', [form], field, value)).toBe(reason)
})
