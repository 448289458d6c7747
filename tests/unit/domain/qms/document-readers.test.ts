import { expect, test } from 'vitest'
import { isToRead, listReaders } from '../../../../src/domain/qms/document-readers.ts'
import { refuseDocumentChange } from '../../../../src/domain/qms/refuse-document-change.ts'
import { readDocument } from '../../../../src/domain/qms/document.ts'
import { readRoad } from '../../../../src/domain/qms/road.ts'
import { issuedDocument, stored } from '../../../support/qms-facts.ts'

const today = '2017-12-01'
const road = readRoad(
  stored({
    'staff/a': { name: 'Đàm Văn Lực', post: '', from: '2017-01-01', to: null },
    'staff/b': { name: 'Hà Thị Thảo', post: '', from: '2017-01-01', to: null },
    'staff/c': { name: 'Đã Đi', post: '', from: '2017-01-01', to: '2017-11-30' },
  }),
)
const accounts = new Map([
  ['p-luc', 'Đàm Văn Lực'],
  ['p-son', 'Lường Văn Sơn'],
])
const statesOf = (more: Parameters<typeof issuedDocument>[1]) =>
  listReaders(issuedDocument('2017-09-01', more), { road, accounts, today }).map(({ name, state }) => [
    name,
    state,
  ])

test('everybody in scope and everybody with an account stands there once, and who left does not', () => {
  expect(statesOf({})).toEqual([
    ['Đàm Văn Lực', 'unread'],
    ['Hà Thị Thảo', 'unread'],
    ['Lường Văn Sơn', 'unread'],
  ])
})

test('who has read what is in force, on the screen or on paper, and who only an older revision', () => {
  expect(statesOf({ 'read/p-luc': 1, 'onPaper/b': 1 })).toEqual([
    ['Đàm Văn Lực', 'read'],
    ['Hà Thị Thảo', 'onPaper'],
    ['Lường Văn Sơn', 'unread'],
  ])
  const second = readDocument([
    ...stored({ 'read/p-son': 1 }),
    ...stored({
      'moves/a': { to: 'inReview' },
      'moves/b': { to: 'approved' },
      'moves/c': { to: 'issued', decision: '1', issuedOn: '2017-09-01' },
      'moves/d': { to: 'draft', reason: 'x' },
      'moves/e': { to: 'inReview' },
      'moves/f': { to: 'approved' },
      'moves/g': { to: 'issued', decision: '2', issuedOn: '2017-10-01' },
    }),
  ])
  expect(listReaders(second, { road, accounts, today }).at(-1)?.state).toBe('older')
  expect([isToRead(second, 'p-son'), isToRead(second, 'p-luc')]).toEqual([true, true])
  expect(isToRead(issuedDocument('2017-09-01', { 'read/p-luc': 1 }), 'p-luc')).toBe(false)
})

test('nothing is to be read of a draft', () => {
  const draft = readDocument([])
  expect(listReaders(draft, { road, accounts, today })).toEqual([])
  expect(isToRead(draft, 'p-luc')).toBe(false)
})

test('reading on paper is noted by the commune only, and of what is in force only', () => {
  const refuse = (value: number, mayWrite = true, document = issuedDocument('2017-09-01')) =>
    refuseDocumentChange('onPaper/b', value, { document, person: 'p', mayDo: () => mayWrite })
  expect([refuse(1), refuse(2), refuse(1, false), refuse(1, true, readDocument([]))]).toEqual([
    undefined,
    'badValue',
    'notYourRole',
    'illegalMove',
  ])
})

test('a recording is no document, whoever sends it', () => {
  const given = { document: readDocument([]), person: 'p', mayDo: () => true }
  const field = `evidence/1/${'0'.repeat(64)}`
  const file = (type: string) => ({ type, size: 9, name: 'x' })
  expect(refuseDocumentChange(field, file('audio/mpeg'), given)).toBe('badValue')
  expect(refuseDocumentChange(field, file('application/pdf'), given)).toBeUndefined()
})
