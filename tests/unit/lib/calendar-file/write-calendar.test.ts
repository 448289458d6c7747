import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldLine } from '../../../../src/lib/calendar-file/fold-line.ts'
import { writeCalendar } from '../../../../src/lib/calendar-file/write-calendar.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const event = {
  id: 'step/road.p174.06010/s03',
  on: '2018-02-28',
  title: '',
  details: '',
  remindDaysBefore: 1,
}
const linesOf = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n')

test('an event takes its whole day, has an id that stays, and reminds on the morning before', () => {
  const writtenAt = Date.UTC(2018, 1, 3, 4, 5, 6)
  const events = [{ ...event, title: 'Xã Cao Minh; bước 3, "tập huấn"', details: 'Một\nhai\\ba' }]
  expect(linesOf(writeCalendar({ name: 'Việc đến hạn', writtenAt, events }))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ISO Xa//Reminders//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Việc đến hạn',
    'BEGIN:VEVENT',
    'UID:step/road.p174.06010/s03@isoxa',
    'DTSTAMP:20180203T040506Z',
    'DTSTART;VALUE=DATE:20180228',
    'DTEND;VALUE=DATE:20180301',
    'SUMMARY:Xã Cao Minh\\; bước 3\\, "tập huấn"',
    'DESCRIPTION:Một\\nhai\\\\ba',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Xã Cao Minh\\; bước 3\\, "tập huấn"',
    'TRIGGER:-PT16H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('without a reminder there is no alarm, and without details no description', () => {
  const text = writeCalendar({ name: '', writtenAt: 0, events: [{ ...event, remindDaysBefore: undefined }] })
  expect(text).not.toContain('VALARM')
  expect(text).not.toContain('DESCRIPTION')
})

test('folded lines have at most 75 octets, never half a character, and unfold to what was folded', () => {
  const line = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('ế', 'ạ', 'Đ', '😀', 'e\u0302', ' ', 'a'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 300,
      size: 'max',
    })
    .map(text => text.replaceAll(/[\r\n]/gu, '.'))
  fc.assert(
    fc.property(line, text => {
      const folded = foldLine(text)
      for (const piece of folded.split('\r\n')) {
        const bytes = new TextEncoder().encode(piece)
        expect(bytes.length).toBeLessThanOrEqual(75)
        // Throws where the bytes of a piece are no UTF-8 by themselves.
        expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).toBe(piece)
      }
      expect(folded.replaceAll('\r\n ', '')).toBe(text)
    }),
    { seed },
  )
})

test('no text breaks out of its line, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('\r', '\n', '\u0000', '\\', ';', ',', ':', 'ế', 'END:VEVENT'),
        maxLength: 60,
        size: 'max',
      }),
      title => {
        const text = writeCalendar({
          name: title,
          writtenAt: 0,
          events: [{ ...event, title, details: title }],
        })
        const lines = linesOf(text)
        expect(lines.filter(line => line === 'END:VEVENT')).toHaveLength(1)
        expect(lines.every(line => line === '' || /^[A-Z-]+[;:]/u.test(line))).toBe(true)
        const summary = lines.find(line => line.startsWith('SUMMARY:')) ?? ''
        const read = summary.slice(8).replace(/\\(.)/gu, (_, one: string) => (one === 'n' ? '\n' : one))
        expect(read).toBe(title.replace(/\r\n?/gu, '\n').replaceAll('\u0000', ' '))
      },
    ),
    { seed },
  )
})
