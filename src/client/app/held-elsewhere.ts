import * as z from 'zod/mini'
import { addOlderHeld } from '../context/add-older-held.ts'
import type { HeldElsewhere, HeldElsewhereList } from '../context/app.ts'
import { settlings } from '../../sync/protocol/held-settlement.ts'
import { readJson } from '../network/read-json.ts'
import type { Links } from './links.ts'

const said = { note: z.string(), by: z.string(), name: z.optional(z.string()), at: z.number() }

const answer = z.object({
  held: z.array(
    z.looseObject({
      op: z.looseObject({ id: z.string(), feed: z.string(), thing: z.string(), field: z.string() }),
      author: z.string(),
      at: z.number(),
      reason: z.string(),
      settled: z.optional(z.object({ result: z.enum(settlings), ...said })),
      asked: z.optional(z.object(said)),
    }),
  ),
  // Servers before audits listed all.
  older: z.optional(z.number()),
  next: z.optional(z.string()),
})

interface Given {
  readonly person: string
  /** `next` of the list before. */
  readonly before: string | undefined
}

/**
 * What the server holds of other people in the communes that a person reviews, and what became of their own (SY4); the
 * newest first. Pages of nothing but the own ones are put together with the next, for they are not shown.
 */
export async function fetchHeldElsewhere(
  { ask }: Pick<Links, 'ask'>,
  { person, before }: Given,
): Promise<HeldElsewhereList | undefined> {
  const query = before === undefined ? '' : `?before=${encodeURIComponent(before)}`
  const heard = await ask({ method: 'GET', path: `/api/held${query}` })
  if (heard.type !== 'heard' || !heard.response.ok) return undefined
  const body = await readJson(heard.response)
  const read = answer.safeParse(body.type === 'json' ? body.json : undefined)
  if (!read.success) return undefined
  const { next, older = 0 } = read.data
  const held = read.data.held as unknown as readonly HeldElsewhere[]
  const others = held.filter(({ author }) => author !== person)
  const own = read.data.held.filter(({ author }) => author === person)
  const found: HeldElsewhereList = {
    held: others,
    older,
    next,
    settled: new Map(own.flatMap(({ op, settled }) => (settled ? [[op.id, settled]] : []))),
    asked: new Map(own.flatMap(({ op, asked }) => (asked ? [[op.id, asked]] : []))),
  }
  if (others.length > 0 || next === undefined || next === before) return found
  const more = await fetchHeldElsewhere({ ask }, { person, before: next })
  return more ? addOlderHeld(found, more) : found
}
