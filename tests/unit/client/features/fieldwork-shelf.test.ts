import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { App } from '../../../../src/client/context/app.ts'
import { shelfOf } from '../../../../src/client/features/audit-work/fieldwork-shelf.ts'
import { hlcOfMs } from '../../../../src/sync/protocol/hlc.ts'
import type { Row } from '../../../../src/sync/replica/row.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const thing = 'audit.2017.1-1.c1@a'
const verdict = (value: string): Row => ({
  feed: 'c1@a/audit',
  type: 'audit',
  thing,
  field: 'verdicts/ia_1@oneStop',
  value,
  op: `op ${value}`,
  hlc: hlcOfMs(1000),
  author: 'p-van',
  at: 9000,
  seq: 1,
  pending: null,
  server: null,
})

/** An app whose database says what the test tells it. */
function anApp() {
  const readers = new Set<(rows: readonly Row[]) => void>()
  const app: Pick<App, 'watchThing' | 'save' | 'now'> & { person: { id: string } } = {
    person: { id: 'p-tuan' },
    now: () => '2017-10-16T08:00:00.000+07:00',
    save: () => Promise.resolve({ ok: true, value: { ops: [] } }),
    watchThing: () => ({
      subscribe(reader) {
        readers.add(reader)
        return { unsubscribe: () => void readers.delete(reader) }
      },
    }),
  }
  return {
    app,
    readers,
    tell: (...rows: readonly Row[]) => {
      for (const reader of readers) reader(rows)
    },
  }
}

const verdictOf = (app: ReturnType<typeof anApp>['app']) =>
  shelfOf(app, thing).current()?.check('ia_1@oneStop').check?.verdict?.value

test('an audit that was left a moment ago is there at once, with what came meanwhile', () => {
  const { app, tell } = anApp()
  expect(shelfOf(app, thing).current()).toBeUndefined()
  const leave = shelfOf(app, thing).subscribe(() => undefined)
  tell(verdict('conform'))
  const fieldwork = shelfOf(app, thing).current()
  leave()
  tell(verdict('minor'))
  expect(shelfOf(app, thing).current()).toBe(fieldwork)
  expect(verdictOf(app)).toBe('minor')
})

test('nobody reads an audit any more a minute after the last screen of it was left', () => {
  const { app, tell, readers } = anApp()
  const [first, second] = [shelfOf(app, thing).subscribe(() => undefined), () => undefined]
  const other = shelfOf(app, thing).subscribe(second)
  tell(verdict('conform'))
  first()
  vi.advanceTimersByTime(120_000)
  expect(readers.size).toBe(1)
  other()
  vi.advanceTimersByTime(30_000)
  const back = shelfOf(app, thing).subscribe(() => undefined)
  vi.advanceTimersByTime(120_000)
  expect(readers.size).toBe(1)
  back()
  vi.advanceTimersByTime(61_000)
  expect(readers.size).toBe(0)
  expect(shelfOf(app, thing).current()).toBeUndefined()
})

test('an audit that is not on the tablet yet appears when a sync brings it', () => {
  const { app, tell } = anApp()
  const seen = vi.fn<() => void>()
  shelfOf(app, thing).subscribe(seen)
  tell()
  expect(shelfOf(app, thing).current()).toBeNull()
  tell(verdict('conform'))
  expect(verdictOf(app)).toBe('conform')
  expect(seen).toHaveBeenCalledTimes(2)
})

test('nobody else on the tablet is shown what was read for one', () => {
  const [mine, other] = [anApp(), anApp()]
  shelfOf(mine.app, thing).subscribe(() => undefined)
  mine.tell(verdict('conform'))
  expect(shelfOf(other.app, thing).current()).toBeUndefined()
})
