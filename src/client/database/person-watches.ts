import { liveQuery, type Observable } from 'dexie'
import type { Op } from '../../sync/protocol/op.ts'
import type { HeldRecord } from '../../sync/replica/replica-store.ts'
import type { Row } from '../../sync/replica/row.ts'
import type { PersonDatabase } from './person-database.ts'

/** Questions to the database that are answered again whenever the answer changes, in this tab or another. */
export interface PersonWatches {
  watchThing: (thing: string) => Observable<readonly Row[]>
  /** Rows of a type whose field begins with a prefix. */
  watchFields: (type: string, prefix: string) => Observable<readonly Row[]>
  /** In the order they will be offered. */
  watchOutbox: () => Observable<readonly Op[]>
  /** Those the person has not let go of, newest first. */
  watchHeld: () => Observable<readonly HeldRecord[]>
  /** Of these files, those this tablet has: `local` when nobody else has the bytes. */
  watchFileStates: (sha256s: readonly string[]) => Observable<ReadonlyMap<string, 'local' | 'sent'>>
  /** How many fields of a type with that prefix have a value, by thing. */
  countFields: (type: string, prefix: string) => Observable<ReadonlyMap<string, number>>
  countUnsentFiles: () => Observable<number>
}

/** After every text that begins with the prefix. */
const end = '\uffff'

export function createPersonWatches({ rows, outbox, held, files }: PersonDatabase): PersonWatches {
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
    watchOutbox: () => liveQuery(async () => (await outbox.toArray()).map(item => item.op)),
    watchHeld: () =>
      liveQuery(async () => {
        const records = await held.toArray()
        return records.filter(record => record.settledAt === undefined).sort((a, b) => b.at - a.at)
      }),
    watchFileStates: sha256s =>
      liveQuery(async () => {
        const found = await files.bulkGet([...sha256s])
        return new Map(
          found.flatMap(file =>
            file ? [[file.sha256, file.state === 'local' ? ('local' as const) : ('sent' as const)]] : [],
          ),
        )
      }),
    countFields: (type, prefix) => liveQuery(async () => countByThing(type, prefix)),
    countUnsentFiles: () => liveQuery(() => files.where('state').equals('local').count()),
  }
}
