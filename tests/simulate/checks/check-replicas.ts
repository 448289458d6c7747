import { isSameJson } from '../../../src/lib/json-value.ts'
import { feedsOf } from '../history/staff.ts'
import type { World } from '../history/world.ts'
import type { Disk } from '../tablet/home.ts'
import type { Seat } from '../tablet/seat.ts'
import type { ServerContents } from './read-server.ts'

/** Each replica shows what the server has of the feeds its person reads, and nothing else (SY7, SY9). */
export function checkReplicas(
  world: World,
  server: ServerContents,
  replicas: readonly { readonly seat: Seat; readonly disk: Disk }[],
): void {
  for (const { seat, disk } of replicas) {
    const feeds = feedsOf(world.staff, seat.person)
    checkRows(world, { seat, disk, server, feeds })
    checkCursors(world, { seat, disk, server, feeds })
    if (disk.outbox.length > 0) world.fail('lost', `${seat.name} still has what it could not send`)
  }
}

interface Given {
  readonly seat: Seat
  readonly disk: Disk
  readonly server: ServerContents
  readonly feeds: ReadonlySet<string>
}

function checkRows({ fail }: World, { seat: { name, person }, disk, server, feeds }: Given): void {
  const shown = new Map(disk.rows.map(row => [`${row.thing}\n${row.field}`, row]))
  for (const row of disk.rows) {
    if (!feeds.has(row.feed)) fail('leaked', `${name} still shows ${row.field} of ${row.feed}`)
    if (row.pending !== null) fail('diverged', `${name} shows ${row.field} as waiting`)
    if (
      typeof row.value === 'string' &&
      /^c\d#/u.test(row.value) &&
      !row.feed.startsWith(row.value.slice(0, 2))
    )
      fail('leaked', `${name} shows ${row.value} in ${row.feed}`)
  }
  const entries = server.entries.filter(({ feed }) => feeds.has(feed))
  for (const entry of entries) {
    const key = `${entry.thing}\n${entry.field}`
    const row = shown.get(key)
    shown.delete(key)
    if (row?.op !== entry.op || row.seq !== entry.seq || !isSameJson(row.value, entry.value) || row.isStale)
      fail(
        'diverged',
        `${name} shows ${row?.op} in ${entry.field} of ${entry.feed}, the server has ${entry.op}`,
      )
  }
  // What this person wrote and the server has lost stays on the screen.
  for (const row of shown.values())
    if (!row.isStale || row.author !== person)
      fail('diverged', `${name} shows ${row.field}, the server has none`)
}

function checkCursors({ fail }: World, { seat: { name }, disk, server, feeds }: Given): void {
  const known = new Map(disk.feeds.map(state => [state.feed, state]))
  for (const feed of known.keys()) if (!feeds.has(feed)) fail('leaked', `${name} still follows ${feed}`)
  for (const feed of feeds) {
    const state = known.get(feed)
    const at = server.feeds.get(feed)
    if (!at || at.head === 0) continue
    const isThere = state?.epoch === server.epoch && state.cursor === at.head && state.chain === at.chain
    const isSound = state?.count === at.count && state.checksum === at.checksum
    if (!isThere || !isSound) fail('diverged', `${name} is not where ${feed} is: ${JSON.stringify(state)}`)
  }
}
