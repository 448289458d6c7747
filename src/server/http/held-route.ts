import { Hono } from 'hono'
import { feedId } from '../../domain/people/feed.ts'
import type { Environment, Services } from './environment.ts'

/** `GET /api/held`: ops that were not taken: one's own, and those of feeds one reviews (SY4). */
export function heldRoute({ entries }: Services): Hono<Environment> {
  return new Hono<Environment>().get('/', async c => {
    const feeds = c
      .get('scope')
      .communesWhere('response.review')
      .map(unit => feedId(unit.id, 'unit'))
    const held = await entries.listHeld({ author: c.get('session').person, feeds })
    return c.json({ held: held.map(({ op, author, at, reason }) => ({ op, author, at, reason })) })
  })
}
