import * as z from 'zod/mini'
import type { HeldElsewhere } from '../context/app.ts'
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
})

/** What the server holds of other people in the communes that a person reviews (SY4). */
export async function fetchHeldElsewhere(
  { ask }: Pick<Links, 'ask'>,
  person: string,
): Promise<readonly HeldElsewhere[] | undefined> {
  const heard = await ask({ method: 'GET', path: '/api/held' })
  if (heard.type !== 'heard' || !heard.response.ok) return undefined
  const body = await readJson(heard.response)
  const read = answer.safeParse(body.type === 'json' ? body.json : undefined)
  if (!read.success) return undefined
  return (read.data.held as unknown as readonly HeldElsewhere[]).filter(({ author }) => author !== person)
}
