import { expect, test } from 'vitest'
import {
  dateTimeToText,
  parseDateTime,
  withSlashesAndColon,
} from '../../../../src/client/ui/parse-date-time.ts'

test.for([
  ['', null],
  ['16/10/2017 08:30', '2017-10-16T08:30'],
  ['6-1-2018 8h30', '2018-01-06T08:30'],
  ['161020170830', '2017-10-16T08:30'],
  ['16102017 0830', '2017-10-16T08:30'],
  ['16/10/2017, 14h', '2017-10-16T14:00'],
] as const)('"%s" is %s', ([raw, value]) => {
  expect(parseDateTime(raw)).toEqual({ ok: true, value })
})

test.for([
  ['16/10/2017', { part: 'time', problem: { type: 'missing' } }],
  ['16/10/2017 ', { part: 'time', problem: { type: 'missing' } }],
  ['16/10/2017 25:00', { part: 'time', problem: { type: 'noSuchHour', hour: 25 } }],
  ['16/10/2017 trưa', { part: 'time', problem: { type: 'incomplete' } }],
  ['16/13/2017 08:30', { part: 'date', problem: { type: 'noSuchMonth', month: 13 } }],
  ['16/10/17 08:30', { part: 'date', problem: { type: 'shortYear' } }],
  ['08:30', { part: 'date', problem: { type: 'incomplete' } }],
] as const)('"%s" is refused and says which part and why', ([raw, error]) => {
  expect(parseDateTime(raw)).toEqual({ ok: false, error })
})

test('what is shown reads as the same moment', () => {
  expect(dateTimeToText('2017-10-16T08:30')).toBe('16/10/2017 08:30')
  expect(dateTimeToText('2017-10-16T08:30:00.000+07:00')).toBe('16/10/2017 08:30')
  expect(dateTimeToText(null)).toBe('')
})

test('slashes, space and colon come by themselves', () => {
  let text = ''
  for (const digit of '161020170830') text = withSlashesAndColon(text + digit, text)
  expect(text).toBe('16/10/2017 08:30')
  expect(withSlashesAndColon('161020170830', '')).toBe('16/10/2017 08:30')
})

test('a moment typed with all its signs stays as typed; deleting is left alone', () => {
  let text = ''
  for (const letter of '6/1/2018 9:05') text = withSlashesAndColon(text + letter, text)
  expect(text).toBe('6/1/2018 9:05')
  expect(withSlashesAndColon('16/10/2017', '16/10/2017 ')).toBe('16/10/2017')
})
