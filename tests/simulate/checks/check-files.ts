import { readEvidenceFile } from '../../../src/domain/responses/evidence-file.ts'
import type { Op } from '../../../src/sync/protocol/op.ts'
import { feedOf, people } from '../commune.ts'
import { readsOf } from '../history/staff.ts'
import type { World } from '../history/world.ts'
import { sha256Of } from '../sha256-of.ts'
import type { ServerContents } from './read-server.ts'

/** Every file that was saved is at the server, and one of them is asked for by everybody: who may not have it, gets none. */
export async function checkFiles(world: World, { log }: ServerContents): Promise<void> {
  const { ledger, fail, server, chance, staff } = world
  const stored = server.storedFiles()
  for (const { sha256, excused } of ledger.files.values()) {
    const bytes = stored.get(sha256)
    if ((!bytes || sha256Of(bytes) !== sha256) && excused === undefined)
      fail('lost', `the file ${sha256} is not at the server`)
  }

  const kept = [...ledger.files.keys()].filter(sha256 => stored.has(sha256))
  if (kept.length === 0) return
  const sha256 = chance.pick(kept)
  const { db } = server.database
  const grants = await db.selectFrom('file_grants').select('person').where('sha256', '=', sha256).execute()
  const owners = new Set(grants.map(({ person }) => person))
  const feeds = log
    .filter(({ op, author }) => owners.has(author) && names(op, sha256))
    .map(({ op }) => op.feed)
  for (const person of Object.keys(people)) {
    const reads = new Set([...readsOf(staff, person)].map(feedOf))
    const mayHave = owners.has(person) || feeds.some(feed => reads.has(feed))
    const { status } = await server.askFiles(person, `/api/files/${sha256}`, { method: 'GET' })
    if (!mayHave && status !== 404) fail('leaked', `${person} was given the file ${sha256}`)
    if (mayHave && status !== 200) fail('lost', `${person} is not given the file ${sha256}: ${status}`)
  }
}

function names({ field, value }: Op, sha256: string): boolean {
  if (!field.startsWith('evidence/')) return false
  const file = readEvidenceFile(value)
  return field.endsWith(sha256) || (file !== undefined && 'thumb' in file && file.thumb === sha256)
}
