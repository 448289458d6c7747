import { expect, test } from 'vitest'
import { toVietnamTime } from '../../../src/lib/vietnam-time.ts'
import { seededRandom } from '../../support/seeded-random.ts'

test('an instant since 1975 is what the time zone data say it is in Vietnam', () => {
  const zone = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const random = seededRandom(7)
  const [from, to] = [Date.UTC(1975, 6, 1), Date.UTC(2100, 0, 1)]
  for (let time = 0; time < 500; time++) {
    const at = from + random.below(to - from)
    expect(toVietnamTime(at).slice(0, 19).replace('T', ' ')).toBe(zone.format(at))
  }
})

test('it is the same instant, with its zone', () => {
  expect(toVietnamTime(Date.UTC(2017, 9, 16, 18, 5))).toBe('2017-10-17T01:05:00.000+07:00')
})
