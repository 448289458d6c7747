import { expect, test } from 'vitest'
import {
  conflictField,
  loserOfConflict,
  loserOfSettled,
  readConflict,
  settledField,
} from '../../../../src/sync/protocol/conflict.ts'

test('SY6 the fields of a conflict name the losing op', () => {
  expect(loserOfConflict(conflictField('op1'))).toBe('op1')
  expect(loserOfSettled(settledField('op1'))).toBe('op1')
  expect(loserOfConflict('answers/q1')).toBeUndefined()
})

test('SY6 a losing value may be null: the answer was taken back', () => {
  const conflict = { field: 'answers/q1', value: null, author: 'lan', hlc: 1, at: 2 }
  expect(readConflict(conflict)).toEqual(conflict)
  expect(readConflict({ ...conflict, author: 1 })).toBeUndefined()
  expect(readConflict({ field: 'answers/q1', author: 'lan', hlc: 1, at: 2 })).toBeUndefined()
})
