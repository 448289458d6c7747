import * as z from 'zod/mini'
import type { HeldElsewhere, HeldElsewhereList } from '../context/app.ts'
import { readJson } from '../network/read-json.ts'
import type { Links } from './links.ts'

const answer = z.object({
  held: z.array(
    z.looseObject({
      op: z.looseObject({ id: z.string(), feed: z.string(), thing: z.string(), field: z.string() }),
      author: z.string(),
      at: z.number(),
      reason: z.string(),
    }),
  ),
  // Servers before audits listed all.
  older: z.optional(z.number()),
})

/** What the server holds of other people in the communes that a person reviews (SY4). */
export async function fetchHeldElsewhere(
  { ask }: Pick<Links, 'ask'>,
  person: string,
): Promise<HeldElsewhereList | undefined> {
  const heard = await ask({ method: 'GET', path: '/api/held' })
  if (heard.type !== 'heard' || !heard.response.ok) return undefined
  const body = await readJson(heard.response)
  const read = answer.safeParse(body.type === 'json' ? body.json : undefined)
  if (!read.success) return undefined
  const held = read.data.held as unknown as readonly HeldElsewhere[]
  return { held: held.filter(({ author }) => author !== person), older: read.data.older ?? 0 }
}
