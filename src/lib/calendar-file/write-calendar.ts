import { addDays } from '../calendar-day.ts'
import { foldLine } from './fold-line.ts'

export interface CalendarEvent {
  /** The same for the same event at every export, so that calendars update it instead of adding another. */
  readonly id: string
  /** `YYYY-MM-DD`: the event takes the whole day. */
  readonly on: string
  readonly title: string
  readonly details: string
  /** Days before at which the calendar reminds, at 8 in the morning; undefined for no reminder. */
  readonly remindDaysBefore: number | undefined
}

interface Calendar {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly writtenAt: number
  readonly events: readonly CalendarEvent[]
}

/** A calendar file (RFC 5545): lines end with CRLF and are folded at 75 octets. */
export function writeCalendar({ name, writtenAt, events }: Calendar): string {
  const stamp = new Date(writtenAt).toISOString().replace(/[-:]|\.\d+/gu, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ISO Xa//Reminders//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap(event => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${foldLine(line)}\r\n`).join('')
}

const eventLines = (event: CalendarEvent, stamp: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(`${event.id}@isoxa`)}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${plainDay(event.on)}`,
  // The day after: the end is not part of the event.
  `DTEND;VALUE=DATE:${plainDay(addDays(event.on, 1))}`,
  `SUMMARY:${escapeText(event.title)}`,
  ...(event.details === '' ? [] : [`DESCRIPTION:${escapeText(event.details)}`]),
  'TRANSP:TRANSPARENT',
  ...(event.remindDaysBefore === undefined
    ? []
    : [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escapeText(event.title)}`,
        `TRIGGER:${triggerOf(event.remindDaysBefore)}`,
        'END:VALARM',
      ]),
  'END:VEVENT',
]

const plainDay = (day: string): string => day.replaceAll('-', '')

/** From the midnight that the day begins with. */
const triggerOf = (days: number): string => (days === 0 ? 'PT8H' : `-PT${days * 24 - 8}H`)

/** Backslash, semicolon, comma and line breaks (RFC 5545, 3.3.11); other control characters have no place in a text. */
const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, ' ')
    .replace(/[\\;,]/gu, '\\$&')
    .replaceAll('\n', '\\n')
