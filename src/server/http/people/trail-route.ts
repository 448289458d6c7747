import { Hono } from 'hono'
import * as z from 'zod'
import { parseFeedId } from '../../../domain/people/feed.ts'
import type { Scope } from '../../../domain/people/scope.ts'
import { addDays, isDay } from '../../../lib/calendar-day.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { msOfHlc } from '../../../sync/protocol/hlc.ts'
import type { Environment, Services } from '../environment.ts'
import { parseJson } from '../parse-json.ts'
import { problem } from '../problem.ts'
import { readBody } from '../read-body.ts'
import { searchTrail } from './search-trail.ts'

const bodyLimits = { packed: 64 * 1024, inflated: 64 * 1024 }
const day = z.string().refine(isDay).optional()
const wish = z.strictObject({
  person: z.string().min(1).max(120).optional(),
  /** Only this unit's own feeds. */
  unit: z.string().min(1).max(64).optional(),
  type: z.string().min(1).max(64).optional(),
  from: day,
  to: day,
  text: z.string().trim().min(1).max(100).optional(),
  next: z.record(z.string().max(120), z.int().min(0)).optional(),
})
/** Longer values are shown by their beginning. */
const longestValue = 600

/**
 * `POST /api/trail`: who changed what, newest first, of the feeds that this person reads and may know the history of
 * (SY9). A page is bounded by what it finds and by what it reads; `next` is sent back for the one after it.
 */
export function trailRoute({ logReader, entries, referenceFeed }: Services): Hono<Environment> {
  return new Hono<Environment>().post('/', async c => {
    const body = await readBody(c.req.raw, bodyLimits)
    if (!body.ok) return problem(c, body.error)
    const sent = wish.safeParse(parseJson(body.value))
    if (!sent.success) return problem(c, 'badRequest')
    const { person, unit, type, from, to, text, next } = sent.data
    const allowed = trailFeeds(c.get('scope'), referenceFeed)
    if (allowed.length === 0) return problem(c, 'notYourRole')
    const { people } = c.get('directory')
    const page = await searchTrail(
      {
        person,
        type,
        text,
        since: from === undefined ? undefined : startOf(from),
        until: to === undefined ? undefined : startOf(addDays(to, 1)) - 1,
      },
      {
        logReader,
        feeds: unit === undefined ? allowed : allowed.filter(feed => parseFeedId(feed)?.unit === unit),
        from: next ?? {},
        nameOf: id => people.get(id)?.name ?? id,
      },
    )
    const bases = page.found.flatMap(({ record: { op } }) => (op.base === null ? [] : [op.base]))
    const seen = await entries.findLogged([...new Set(bases)])
    const lines = page.found.map(({ feed, record: { op, author, at, answer } }) => {
      const before = op.base === null ? undefined : seen.get(op.base)?.op
      // A base is the client's word: what lies in another feed, or in another field, is not told.
      const isBefore = before?.feed === feed && before.thing === op.thing && before.field === op.field
      return {
        feed,
        seq: answer.seq,
        author,
        device: op.device,
        happenedAt: msOfHlc(op.hlc),
        at,
        type: op.type,
        thing: op.thing,
        field: op.field,
        isConflict: answer.result === 'conflict',
        value: shorten(op.value),
        before: isBefore ? shorten(before.value) : null,
      }
    })
    return c.json({ lines, next: page.next, reachedAt: page.reachedAt })
  })
}

/** Vietnam has had one zone without summer time since 1975. */
const startOf = (of: string): number => Date.parse(`${of}T00:00:00+07:00`)

/** What the person reads anyway, where a role of theirs may know its history. */
const trailFeeds = (scope: Scope, referenceFeed: string): readonly string[] =>
  [...new Set([...scope.feeds, referenceFeed])].filter(
    feed => scope.mayRead(feed) && scope.mayDo('trail.read', parseFeedId(feed)?.unit ?? ''),
  )

function shorten(value: JsonValue): JsonValue {
  const text = JSON.stringify(value)
  return text.length <= longestValue ? value : `${text.slice(0, longestValue).toWellFormed()}…`
}
