import { searchKey } from '../../../lib/search-key.ts'
import type { LogRecord } from '../../../sync/authority/entry-store.ts'
import type { LogReader } from '../../database/log-reader.ts'

export interface TrailWish {
  /** Who made the change. */
  readonly person?: string | undefined
  readonly type?: string | undefined
  /** Both in milliseconds since 1970, as the server took the change. */
  readonly since?: number | undefined
  readonly until?: number | undefined
  /** Looked for without diacritics, in author, thing, field and value. */
  readonly text?: string | undefined
}

interface Given {
  readonly logReader: Pick<LogReader, 'newestOf' | 'readBack'>
  /** Only these, which the scope function allows. */
  readonly feeds: readonly string[]
  /** Sequences that the search goes on from, by feed; feeds that are missing begin at their newest. */
  readonly from: Readonly<Record<string, number>>
  readonly nameOf: (person: string) => string
}

export interface TrailPage {
  /** The newest first. */
  readonly found: readonly { readonly feed: string; readonly record: LogRecord }[]
  /** Where the next page goes on; null at the end of all logs. */
  readonly next: Readonly<Record<string, number>> | null
  /** When the oldest change that was looked at came to the server. */
  readonly reachedAt: number | null
}

const mostFound = 50
/** What one request reads at most, so that it is short; the next goes on. */
const mostRead = 5000
const readAtOnce = 100

interface Place {
  readonly feed: string
  /** The next sequence to look at; 0 at the end. */
  seq: number
  /** When that one came, as far as it is known. */
  at: number
  ahead: LogRecord[]
}

/** Walks the logs of several feeds back in time, as if they were one. */
export async function searchTrail(wish: TrailWish, given: Given): Promise<TrailPage> {
  const { logReader, feeds, from } = given
  const newest = await logReader.newestOf(feeds.filter(feed => from[feed] === undefined))
  const places: Place[] = feeds.map(feed => ({
    feed,
    seq: from[feed] ?? newest.get(feed)?.head ?? 0,
    at: newest.get(feed)?.at ?? 0,
    ahead: [],
  }))
  const touched = new Map(Object.entries(from).filter(([feed]) => feeds.includes(feed)))
  const found: { feed: string; record: LogRecord }[] = []
  let read = 0
  let reachedAt: number | null = null

  async function fill(place: Place): Promise<void> {
    place.ahead = [...(await logReader.readBack(place.feed, place.seq, readAtOnce))]
    read += place.ahead.length
    const [first] = place.ahead
    place.seq = first?.answer.seq ?? 0
    place.at = first?.at ?? 0
  }
  // Those that were read before: when their next change came is not known without looking.
  for (const place of places) if (from[place.feed] !== undefined && place.seq > 0) await fill(place)

  while (found.length < mostFound) {
    const place = latest(places)
    if (!place) return { found, next: null, reachedAt }
    if (place.ahead.length === 0) {
      if (read >= mostRead) break
      await fill(place)
      continue
    }
    const record = place.ahead.shift() as LogRecord
    reachedAt = record.at
    place.seq = record.answer.seq - 1
    place.at = place.ahead[0]?.at ?? record.at
    if (wish.since !== undefined && record.at < wish.since) place.seq = 0
    touched.set(place.feed, place.seq)
    if (place.seq === 0) place.ahead = []
    if (isWished(record, wish, given.nameOf)) found.push({ feed: place.feed, record })
  }
  return { found, next: latest(places) ? Object.fromEntries(touched) : null, reachedAt }
}

function latest(places: readonly Place[]): Place | undefined {
  let best: Place | undefined
  for (const place of places) if (place.seq > 0 && (!best || place.at > best.at)) best = place
  return best
}

function isWished(
  { op, author, at }: LogRecord,
  { person, type, since, until, text }: TrailWish,
  nameOf: (person: string) => string,
): boolean {
  if (person !== undefined && author !== person) return false
  if (type !== undefined && op.type !== type) return false
  if ((since !== undefined && at < since) || (until !== undefined && at > until)) return false
  if (text === undefined) return true
  const words = [nameOf(author), op.thing, nameOf(op.thing), op.field, JSON.stringify(op.value)].join(' ')
  return searchKey(words).includes(searchKey(text))
}
