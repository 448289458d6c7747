import { liveQuery, type Observable } from 'dexie'
import type { Op } from '../../sync/protocol/op.ts'
import type { HeldRecord } from '../../sync/replica/replica-store.ts'
import type { Row } from '../../sync/replica/row.ts'
import type { BackupView, FileFact } from '../../sync/replica/whereabouts.ts'
import { readBackup } from './backup-note.ts'
import { listUnsentFiles } from './file-bytes.ts'
import type { FileRecord, PersonDatabase } from './person-database.ts'

/** Questions to the database that are answered again whenever the answer changes, in this tab or another. */
export interface PersonWatches {
  watchThing: (thing: string) => Observable<readonly Row[]>
  /** Rows of a type whose field begins with a prefix. */
  watchFields: (type: string, prefix: string) => Observable<readonly Row[]>
  /** Every row of a feed. */
  watchFeed: (feed: string) => Observable<readonly Row[]>
  /** In the order they will be offered. */
  watchOutbox: () => Observable<readonly Op[]>
  /** Those the person has not let go of, newest first. */
  watchHeld: () => Observable<readonly HeldRecord[]>
  /** Each of these files; null for one this tablet does not have. */
  watchFileFacts: (sha256s: readonly string[]) => Observable<ReadonlyMap<string, FileFact | null>>
  /** Files that only this tablet has, in the order they will be offered. */
  watchUnsentFiles: () => Observable<readonly FileRecord[]>
  watchBackup: () => Observable<BackupView>
  /** How many fields of a type with that prefix have a value, by thing. */
  countFields: (type: string, prefix: string) => Observable<ReadonlyMap<string, number>>
  countUnsentFiles: () => Observable<number>
}

const toFact = (file: FileRecord | undefined): FileFact | null =>
  file ? { isOnlyHere: file.state === 'local' || file.state === 'letGo', storedAt: file.storedAt } : null

/** After every text that begins with the prefix. */
const end = '\uffff'

export function createPersonWatches(db: PersonDatabase): PersonWatches {
  const { rows, outbox, held, files, feeds } = db
  const ofType = (type: string, prefix: string) =>
    rows.where('[type+field]').between([type, prefix], [type, prefix + end])

  async function countByThing(type: string, prefix: string): Promise<ReadonlyMap<string, number>> {
    // By keys alone: a province has ninety thousand answers.
    const keys = await ofType(type, prefix).primaryKeys()
    const blanks = await rows.where('blank').equals(type).primaryKeys()
    const counts = new Map<string, number>()
    for (const [thing] of keys) counts.set(thing, (counts.get(thing) ?? 0) + 1)
    for (const [thing, field] of blanks)
      if (field.startsWith(prefix)) counts.set(thing, (counts.get(thing) ?? 0) - 1)
    return counts
  }

  return {
    watchThing: thing =>
      liveQuery(() => rows.where('[thing+field]').between([thing, ''], [thing, end]).toArray()),
    watchFields: (type, prefix) => liveQuery(() => ofType(type, prefix).toArray()),
    watchFeed: feed => liveQuery(() => rows.where('feed').equals(feed).toArray()),
    watchOutbox: () => liveQuery(async () => (await outbox.toArray()).map(item => item.op)),
    watchHeld: () =>
      liveQuery(async () => {
        const records = await held.toArray()
        return records.filter(record => record.settledAt === undefined).sort((a, b) => b.at - a.at)
      }),
    watchFileFacts: sha256s =>
      liveQuery(async () => {
        const found = await files.bulkGet([...sha256s])
        return new Map(sha256s.map((sha256, at) => [sha256, toFact(found[at])]))
      }),
    watchUnsentFiles: () => liveQuery(() => listUnsentFiles(db)),
    watchBackup: () =>
      liveQuery(async () => {
        const [backup, states] = await Promise.all([readBackup(db), feeds.toArray()])
        return { backup, epochs: new Map(states.map(({ feed, epoch }) => [feed, epoch])) }
      }),
    countFields: (type, prefix) => liveQuery(async () => countByThing(type, prefix)),
    countUnsentFiles: () => liveQuery(() => files.where('state').equals('local').count()),
  }
}
