import { expect, test } from 'vitest'
import { fetchIssuedDocuments } from '../../../../src/client/app/fetch-issued-documents.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import type { Row } from '../../../../src/sync/replica/row.ts'

const hash = (digit: string): string => digit.repeat(64)
const row = (type: string, thing: string, field: string, value: JsonValue, feed = ''): Row =>
  ({ type, thing, field, value, feed, author: 'x', hlc: 0, seq: 1 }) as Row

const unit = (id: string, kind: string, parent: string | null) =>
  row('unit', id, 'unit', { code: id, kind, name: id, fullName: id, parent, from: '2017-01-01', to: null })
const reference = (role: string) => [
  unit('20@a', 'province', null),
  unit('c1@a', 'commune', '20@a'),
  unit('c2@a', 'commune', '20@a'),
  row('person', 'me', 'assignments/1', {
    role,
    unit: role === 'districtOfficer' ? '20@a' : 'c1@a',
    from: '2017-01-01',
    to: null,
  }),
]

interface Given {
  readonly commune?: string
  readonly digits: string
  readonly issuedOn?: string
  readonly states?: readonly string[]
  readonly size?: number
}

const usual = ['inReview', 'approved', 'issued']

/** A document with a file for each digit. */
const aDocument = ({
  commune = 'c1@a',
  digits,
  issuedOn = '2017-09-01',
  states = usual,
  size = 9,
}: Given) => {
  const own = (field: string, value: JsonValue) =>
    row('document', `document.${digits}.${commune}`, field, value, `${commune}/unit`)
  return [
    ...digits
      .split('')
      .map(digit => own(`evidence/1/${hash(digit)}`, { type: 'application/pdf', size, name: 'x.pdf' })),
    ...states.map((to, at) => own(`moves/${at}`, { to, reason: 'x', decision: '1', issuedOn })),
  ]
}

async function asked(
  documents: readonly Row[],
  { role = 'communeOfficial', here = '', reachable = 'abcdef0123456789' } = {},
): Promise<string> {
  let order = ''
  const all = [...reference(role), ...documents]
  await fetchIssuedDocuments({
    person: 'me',
    today: '2017-12-01',
    store: {
      listRows: async (type, prefix) => all.filter(one => one.type === type && one.field.startsWith(prefix)),
      hasFile: async sha256 => here.includes(sha256.charAt(0)),
    },
    readFile: async sha256 => {
      order += sha256.charAt(0)
      return reachable.includes(sha256.charAt(0)) ? new Blob() : undefined
    },
  })
  return order
}

test('files in force in the own commune are fetched ahead, the newest first, none that is here', async () => {
  const documents = [
    ...aDocument({ digits: 'ab' }),
    ...aDocument({ digits: 'cd', issuedOn: '2017-10-01' }),
    ...aDocument({ digits: 'e', commune: 'c2@a' }),
  ]
  expect(await asked(documents, { here: 'd' })).toBe('cab')
})

test('drafts and obsolete ones are left alone', async () => {
  const documents = [
    ...aDocument({ digits: 'a', states: ['inReview'] }),
    ...aDocument({ digits: 'b', states: [...usual, 'obsolete'] }),
  ]
  expect(await asked(documents)).toBe('')
})

test('who only reviews communes fetches nothing ahead', async () => {
  expect(await asked(aDocument({ digits: 'a' }), { role: 'districtOfficer' })).toBe('')
})

test('a tablet keeps 60 MB of them ahead and no more', async () => {
  const size = 10 * 1024 * 1024
  expect(await asked(aDocument({ digits: 'abcdef01', size }))).toBe('abcdef')
})

test('without a network nothing is asked for long, and what its author has not sent yet keeps no other away', async () => {
  expect(await asked(aDocument({ digits: 'abcdef' }), { reachable: '' })).toBe('abc')
  expect(await asked(aDocument({ digits: 'abcdef' }), { reachable: 'bcdef' })).toBe('abcdef')
})
