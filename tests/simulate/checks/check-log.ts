import { findBrokenLink } from '../../../src/server/database/hash-chain.ts'
import { addToChecksum } from '../../../src/sync/protocol/checksum.ts'
import type { World } from '../history/world.ts'
import type { ServerContents } from './read-server.ts'

/** Sequences are dense, ids unique and of ops that somebody made, sums and chains true (SY2, SY7, SY8, SY15). */
export async function checkLog(
  world: World,
  { feeds, log, logById, entries }: ServerContents,
): Promise<void> {
  const { fail, ledger, server } = world
  if (logById.size !== log.length) fail('duplicated', 'an op id is in the log twice')
  const byFeed = Map.groupBy(log, ({ op }) => op.feed)
  for (const [id, { head, count, checksum }] of feeds) {
    const records = byFeed.get(id) ?? []
    const isDense = records.every(({ answer }, at) => answer.seq === at + 1)
    if (!isDense || head !== records.length) fail('diverged', `the sequences of ${id} have a gap`)
    const own = entries.filter(({ feed }) => feed === id)
    const sum = own.reduce((sum, entry) => addToChecksum(sum, entry), 0)
    if (count !== own.length || checksum !== sum)
      fail('diverged', `the sums of ${id} are not those of its entries`)
    const broken = await findBrokenLink(server.database, id)
    if (broken) fail('diverged', `the hash chain of ${id} breaks at ${broken.seq} (${broken.type})`)
  }
  for (const { op, author } of log) {
    const why = ledger.foreign.get(op.id)
    if (why !== undefined) fail('leaked', why)
    if (ledger.forged.has(op.id)) fail('leaked', `the forged op ${op.id} of ${author} was taken`)
    if (!op.id.includes('.') && !ledger.made.has(op.id))
      fail('duplicated', `${op.id} (${op.field}) is in the log, and no tablet made it`)
  }
}
