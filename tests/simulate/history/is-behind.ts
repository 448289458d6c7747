import type { Seat } from '../tablet/seat.ts'
import { feedsOf } from './staff.ts'
import type { World } from './world.ts'

/** Whether a tablet has something to bring, or the server something for it. */
export async function isBehind({ server, staff }: World, seat: Seat): Promise<boolean> {
  const { outbox, files, feeds } = await seat.home.look()
  if (outbox.length > 0 || files.some(({ state }) => state === 'local')) return true
  const wanted = feedsOf(staff, seat.person)
  const known = new Map(feeds.map(state => [state.feed, state.cursor]))
  if ([...known.keys()].some(feed => !wanted.has(feed))) return true
  const heads = await server.database.db.selectFrom('feeds').select(['id', 'head']).execute()
  return heads.some(({ id, head }) => wanted.has(id) && (known.get(id) ?? 0) !== head)
}
