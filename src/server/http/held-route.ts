import { Hono } from 'hono'
import { feedId } from '../../domain/people/feed.ts'
import type { Environment, Services } from './environment.ts'

const bounds = { most: 500, bytes: 1024 * 1024 }

/**
 * `GET /api/held`: ops that were not taken: one's own, and those of feeds one reviews (SY4). The newest, and how many
 * older ones there are.
 */
export function heldRoute({ entries }: Services): Hono<Environment> {
  return new Hono<Environment>().get('/', async c => {
    const { communesEver } = c.get('scope')
    const filter = {
      author: c.get('session').person,
      feeds: [
        ...communesEver('response.review').map(unit => feedId(unit.id, 'unit')),
        ...communesEver('audit.review').map(unit => feedId(unit.id, 'audit')),
      ],
    }
    const held = await entries.listHeld({ ...filter, ...bounds })
    const older = (await entries.countHeld(filter)) - held.length
    return c.json({ held: held.map(({ op, author, at, reason }) => ({ op, author, at, reason })), older })
  })
}
