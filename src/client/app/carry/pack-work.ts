import { makeWords } from '../../../sync/protocol/carried/words.ts'
import { writeBundle } from '../../../sync/protocol/carried/write-bundle.ts'
import type { Summary } from '../../../sync/protocol/carried/summary.ts'
import { newOpId, type RandomBytes } from '../../../sync/replica/op-id.ts'
import type { App } from '../../context/app.ts'
import type { PackedNote, PackedWork } from '../../context/carry.ts'
import { findDeviceKey } from '../../database/device-key.ts'
import type { PersonDatabase } from '../../database/person-database.ts'
import type { PersonStore } from '../../database/person-store.ts'
import { takeAllWaiting } from '../../database/take-all-waiting.ts'
import { listPacked } from './list-packed.ts'

export interface PackGiven {
  readonly database: PersonDatabase
  readonly store: PersonStore
  readonly person: App['person']
  readonly clock: () => number
  readonly random: RandomBytes
}

/** How much may lie in memory before it is handed to the browser, which keeps blobs on the disk. */
const blobBytes = 2 * 1024 * 1024

/** Writes all unsent work into a file; no more than one photo of it is in memory at a time. */
export async function packWork(
  { database, store, person, clock, random }: PackGiven,
  onProgress: (share: number) => void,
): Promise<PackedWork | undefined> {
  const key = await findDeviceKey(database)
  const { ops } = await takeAllWaiting(database, random)
  const files = await store.listUnsentFiles()
  if (ops.length + files.length === 0) return undefined
  const bundle = newOpId(random)
  const at = clock()
  const summary: Summary = {
    bundle,
    author: person.id,
    name: person.name,
    at,
    changes: ops.length,
    files: files.length,
    feeds: [...new Set(ops.map(({ feed }) => feed))],
  }
  const words = makeWords(random)
  const total = files.reduce((size, file) => size + file.size, ops.length * 300)
  const items = listPacked({ bundle, author: person.id, key, ops, files, readFile: store.readFile })
  const blobs: Blob[] = []
  let some: Uint8Array<ArrayBuffer>[] = []
  let [inMemory, written] = [0, 0]
  for await (const bytes of writeBundle({ subtle: crypto.subtle, random, words, summary, items })) {
    some.push(bytes)
    inMemory += bytes.length
    written += bytes.length
    if (inMemory < blobBytes) continue
    blobs.push(new Blob(some))
    some = []
    inMemory = 0
    onProgress(Math.min(1, written / total))
  }
  const name = `isoxa-${stamp(at)}.isoxa`
  const file = new File([...blobs, ...some], name, { type: 'application/octet-stream' })
  const note: PackedNote = { name, words, at }
  await store.writeNote('packed', note)
  return { file, words, changes: ops.length, files: files.length }
}

/** `20261125-1930`, in Vietnam; neither person nor place is in the name. */
const stamp = (at: number): string =>
  new Date(at + 7 * 3_600_000).toISOString().slice(0, 16).replaceAll(/[-:]/gu, '').replace('T', '-')
