import { expect, test } from 'vitest'
import type { EdmValue, Properties } from '../../../../../src/server/http/odata/edm.ts'
import { evaluateFilter } from '../../../../../src/server/http/odata/filter/evaluate-filter.ts'
import { parseFilter } from '../../../../../src/server/http/odata/filter/parse-filter.ts'

const properties: Properties = {
  name: 'Edm.String',
  count: 'Edm.Int32',
  score: 'Edm.Double',
  isLate: 'Edm.Boolean',
  on: 'Edm.Date',
  at: 'Edm.DateTimeOffset',
  and_more: 'Edm.String',
}
const row: Readonly<Record<string, EdmValue>> = {
  name: "Xã O'Neil",
  count: 3,
  score: null,
  isLate: false,
  on: '2017-11-01',
  at: Date.parse('2017-11-01T20:00:00Z'),
  and_more: '',
}
/** In Vietnam it is the next day already. */
const dayOf = (ms: number): string => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10)

function judge(text: string, known: Readonly<Record<string, EdmValue | undefined>> = row) {
  const filter = parseFilter(text, properties)
  return filter.ok
    ? evaluateFilter(filter.value, { dayOf, read: name => known[name] })
    : `${filter.error.type}${'near' in filter.error ? ` ${filter.error.near}` : ''}`
}

test.each<[filter: string, says: EdmValue]>([
  ["name eq 'Xã O''Neil'", true],
  ["contains(name,'Neil') and startswith(name,'Xã') and endswith(tolower(name),'neil')", true],
  ['count gt 2 and count le 3.0 and count ne -3', true],
  // `and` binds more than `or`, `not` more than both.
  ['true or false and false', true],
  ['(true or false) and false', false],
  ['not false and false', false],
  ['not (false and false)', true],
  ['not isLate', true],
  ['isLate eq false', true],
  ['on ge 2017-11-01 and on lt 2017-11-02', true],
  ['at eq 2017-11-02T03:00:00+07:00', true],
  ['date(at) eq 2017-11-02', true],
  ['count in (1,2,3)', true],
  ['not (count in (1,2))', true],
  ["and_more eq ''", true],
  // Null is equal to null only, neither more nor less than anything.
  ['score eq null', true],
  ['score ne null', false],
  ['score lt 1 or score ge 1', false],
  ['null eq null', true],
  ["contains(null,'x')", null],
  ["contains(null,'x') or true", true],
  ["not contains(null,'x')", null],
])('%s says %s', (filter, says) => {
  expect(judge(filter)).toBe(says)
})

test.each([
  ['', 'filterNotUnderstood '],
  ['count', 'typesDiffer'],
  ['count eq', 'filterNotUnderstood '],
  ['count eq 1 2', 'filterNotUnderstood 2'],
  ['count eq 1)', 'filterNotUnderstood )'],
  ['(count eq 1', 'filterNotUnderstood '],
  ['count eq 1 and', 'filterNotUnderstood '],
  ['count = 1', 'filterNotUnderstood = 1'],
  ["name eq 'open", "filterNotUnderstood 'open"],
  ['on eq 2017-02-30', 'filterNotUnderstood 2017-02-30'],
  ['at eq 2017-02-30T00:00:00Z', 'filterNotUnderstood 2017-02-30T00:00:00Z'],
  ['at eq 2017-11-01', 'typesDiffer'],
  ["count eq '1'", 'typesDiffer'],
  ['count and isLate', 'typesDiffer'],
  ["contains(count,'1')", 'typesDiffer'],
  ['contains(name)', 'filterNotUnderstood )'],
  ['count in ()', 'filterNotUnderstood )'],
  ["count in ('a')", 'typesDiffer'],
  ['nothing eq 1', 'propertyUnknown'],
  ['constructor eq 1', 'propertyUnknown'],
  ['length(name) eq 1', 'functionUnknown'],
  [`count eq ${'9'.repeat(400)}`, `filterNotUnderstood ${'9'.repeat(20)}`],
  [`${'('.repeat(61)}true${')'.repeat(61)}`, 'filterTooLong'],
  [`name eq '${'x'.repeat(4_000)}'`, 'filterTooLong'],
])('%s is refused: %s', (filter, says) => {
  expect(judge(filter)).toBe(says)
})

test('what only the commune is known of tells whether any row of it can match', () => {
  const known = { name: 'Xã Khánh Long' }
  expect(judge("name eq 'Xã Cao Minh' and count gt 1", known)).toBe(false)
  expect(judge("name eq 'Xã Khánh Long' and count gt 1", known)).toBeUndefined()
  expect(judge("name eq 'Xã Cao Minh' or count gt 1", known)).toBeUndefined()
  expect(judge("not (name eq 'Xã Khánh Long' or count gt 1)", known)).toBe(false)
})
