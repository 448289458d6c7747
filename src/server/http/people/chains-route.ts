import { Hono } from 'hono'
import * as z from 'zod'
import { feedClasses, feedId } from '../../../domain/people/feed.ts'
import type { Environment, Services } from '../environment.ts'
import { parseJson } from '../parse-json.ts'
import { problem } from '../problem.ts'
import { readBody } from '../read-body.ts'

const bodyLimits = { packed: 1024, inflated: 1024 }
const wish = z.strictObject({
  next: z.strictObject({ feed: z.string().max(120), seq: z.int().min(0) }).optional(),
})
/** What one request reads at most; the next goes on where it ended. */
const bounds = { records: 5000, feeds: 100 }

/**
 * `POST /api/chains`: follows the chains of hashes of all logs of the person's units (SY15), a bounded part at each
 * request. Tells how many records a log has and whether one was changed, and nothing of what is in them.
 */
export function chainsRoute({ logReader, entries, clock }: Services): Hono<Environment> {
  return new Hono<Environment>().post('/', async c => {
    const body = await readBody(c.req.raw, bodyLimits)
    if (!body.ok) return problem(c, body.error)
    const sent = wish.safeParse(parseJson(body.value))
    if (!sent.success) return problem(c, 'badRequest')
    const { next } = sent.data
    const scope = c.get('scope')
    const feeds = c
      .get('directory')
      .tree.units.filter(({ id }) => scope.mayDo('trail.verify', id))
      .flatMap(({ id }) => feedClasses.map(feedClass => feedId(id, feedClass)))
      .sort()
    if (feeds.length === 0) return problem(c, 'notYourRole')
    const heads = await entries.heads(feeds)
    const written = feeds.filter(feed => (heads.get(feed)?.head ?? 0) > 0)
    const results: { feed: string; records: number; broken: { type: string; seq: number } | null }[] = []
    let left = bounds.records
    let seq = 0
    const begin = next ? written.findIndex(feed => feed >= next.feed) : 0
    for (const [at, feed] of (begin < 0 ? [] : written.slice(begin)).entries()) {
      if (at === 0 && next?.feed === feed) ({ seq } = next)
      else seq = 0
      if (left <= 0 || results.length >= bounds.feeds) return tell({ feed, seq })
      const part = await logReader.verifyPart(feed, seq, left)
      left -= part.to - seq
      if (!part.isWhole && !part.broken) return tell({ feed, seq: part.to })
      results.push({ feed, records: part.to, broken: part.broken ?? null })
    }
    return tell(null)

    function tell(goOn: { readonly feed: string; readonly seq: number } | null): Response {
      return c.json({ now: clock(), feeds: written.length, results, next: goOn })
    }
  })
}
