import type { Dexie, Transaction } from 'dexie'

type Upgrade = (transaction: Transaction) => PromiseLike<unknown>

interface Version {
  /** Null takes a table away, after the upgrade. */
  readonly tables: Readonly<Record<string, string | null>>
  readonly upgrade?: Upgrade
}

const copy =
  (from: string, to: string): Upgrade =>
  transaction =>
    transaction
      .table(from)
      .toArray()
      .then(items => transaction.table(to).bulkAdd(items))

/**
 * Grows with each change of the tables; older versions stay, for tablets that come from them. A tablet walks all of
 * them in one transaction: a cut leaves it where it was (SY10).
 */
const versions: readonly Version[] = [
  {
    tables: {
      rows: '[thing+field], feed, [type+field], blank',
      outbox: 'op.id, op.seq, op.feed, [op.thing+op.field]',
      held: 'op.id',
      sent: 'op.id, op.feed, at',
      feeds: 'feed',
      meta: 'key',
      files: 'sha256, state',
      chunks: '[sha256+index]',
    },
  },
  // A table keeps its primary key for life: the outbox moves out and into a new one of the same name.
  { tables: { outbox: null, moving: '[op.seq+op.id]' }, upgrade: copy('outbox', 'moving') },
  {
    tables: { outbox: '[op.seq+op.id], op.feed, [op.thing+op.field]', moving: null },
    upgrade: copy('moving', 'outbox'),
  },
]

export const newestVersion = versions.length

export function declareVersions(db: Dexie): void {
  versions.forEach(({ tables, upgrade }, at) => {
    const version = db.version(at + 1).stores(tables)
    if (upgrade) version.upgrade(upgrade)
  })
}
