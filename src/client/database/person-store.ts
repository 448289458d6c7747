import type { Result } from '../../lib/result.ts'
import type { OpId } from '../../sync/protocol/op.ts'
import type { RandomBytes } from '../../sync/replica/op-id.ts'
import type { Change, NewFile, Outgoing, ReplicaStore } from '../../sync/replica/replica-store.ts'
import { readBackup } from './backup-note.ts'
import type { DroppedPhoto } from './drop-files.ts'
import { readDevice, writeDevice } from './device-state.ts'
import { listUnsentFiles, putFiles, readFileBytes } from './file-bytes.ts'
import { retryHeldOp, settleHeldOp } from './held-ops.ts'
import { letGoOfSent } from './let-go-of-sent.ts'
import {
  inTransaction,
  type FileRecord,
  type NoteName,
  type OutboxKey,
  type PersonDatabase,
  type PersonTables,
} from './person-database.ts'
import { outboxKey } from './outbox-range.ts'
import type { Row } from '../../sync/replica/row.ts'
import { inReplicaTransaction } from './replica-transaction.ts'
import { saveChanges, type Saved } from './save-changes.ts'
import type { SaveProblem } from './save-problem.ts'

/** What one person has on this tablet (ST4). */
export interface PersonStore extends ReplicaStore {
  /** Made with the first change, and the same from then on. */
  deviceId: () => Promise<string>
  /** One strict transaction (SY1); ok means that it is on disk. */
  save: (
    changes: readonly Change[],
    files?: readonly NewFile[],
    drop?: DroppedPhoto,
  ) => Promise<Result<Saved, SaveProblem>>
  /** Puts a held op back into the outbox. */
  retryHeld: (op: OpId) => Promise<void>
  /** The person lets go of a held change; its record stays (SY10). */
  settleHeld: (op: OpId) => Promise<void>
  readFile: (sha256: string) => Promise<Blob | undefined>
  hasFile: (sha256: string) => Promise<boolean>
  /** Last link of a feed's hash chain, when it was last read to its end; '' before that. */
  chainOf: (feed: string) => Promise<string>
  /** Every thing's rows of a type whose field begins with a prefix. */
  listRows: (type: string, prefix: string) => Promise<readonly Row[]>
  /** Keeps a file that came from the server, which had it at `storedAt`. */
  putPulledFile: (file: NewFile, storedAt: number | null) => Promise<void>
  listUnsentFiles: () => Promise<readonly FileRecord[]>
  /** Only after the server has answered with the same hash (SY12). */
  markFileSent: (sha256: string, storedAt?: number | null) => Promise<void>
  /** Marks the database as used. True when it never was before (ST5). */
  begin: () => Promise<boolean>
  readNote: (name: NoteName) => Promise<unknown>
  writeNote: (name: NoteName, value: unknown) => Promise<void>
  close: () => void
}

interface StoreGiven {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: RandomBytes
  readonly person: string
}

export function createPersonStore(db: PersonDatabase, { clock, random, person }: StoreGiven): PersonStore {
  const { outbox, meta, files, rows } = db

  async function takeOutgoing(maxBytes: number): Promise<Outgoing> {
    return inTransaction(db, 'rw', ['outbox', 'feeds', 'meta'], async tables => {
      const [items, states, device, backup, seat] = await Promise.all([
        readWaiting(tables, maxBytes),
        tables.feeds.toArray(),
        readDevice(tables, random),
        readBackup(tables),
        tables.meta.get('seat'),
      ])
      const offered = items.at(-1)?.op.seq ?? 0
      if (offered > (device.offered ?? 0)) await writeDevice(tables, { ...device, offered })
      return {
        device: device.id,
        ops: items.map(item => item.op),
        cursors: Object.fromEntries(
          states.map(({ feed, epoch, cursor }) => [feed, [epoch, cursor] as const]),
        ),
        backup: backup?.at ?? 0,
        ...(typeof seat?.value === 'number' && { seat: seat.value }),
      }
    })
  }

  return {
    deviceId: async () => (await inTransaction(db, 'rw', ['meta'], tables => readDevice(tables, random))).id,
    takeOutgoing,
    update: work =>
      inTransaction(db, 'rw', ['rows', 'outbox', 'held', 'sent', 'feeds', 'meta', 'files'], tables =>
        inReplicaTransaction(tables, { clock, random }, work),
      ),
    countWaiting: () => outbox.count(),
    save: (changes, newFiles = [], drop) =>
      saveChanges(db, { changes, files: newFiles, drop, person, clock, random }),
    retryHeld: op => retryHeldOp(db, op, person),
    settleHeld: op => settleHeldOp(db, op, clock()),
    readFile: sha256 => readFileBytes(db, sha256),
    hasFile: async sha256 => (await files.where('sha256').equals(sha256).count()) > 0,
    chainOf: async feed => (await db.feeds.get(feed))?.chain ?? '',
    listRows: (type, prefix) =>
      rows
        .where('[type+field]')
        .between([type, prefix], [type, `${prefix}\uffff`])
        .toArray(),
    putPulledFile: (file, storedAt) =>
      inTransaction(db, 'rw', ['files', 'chunks'], tables =>
        putFiles(tables, [file], {
          state: 'pulled',
          addedAt: clock(),
          ...(storedAt !== null && { storedAt }),
        }),
      ),
    async listUnsentFiles() {
      if (await files.where('state').equals('letGo').count())
        await import('./let-files-go.ts')
          .then(({ offerNamed }) => offerNamed(db))
          // A page that an update has left behind may not have the code: they wait, the others go.
          .catch(() => undefined)
      return listUnsentFiles(db)
    },
    async markFileSent(sha256, storedAt) {
      await files.update(sha256, { state: 'sent', ...(typeof storedAt === 'number' && { storedAt }) })
    },
    begin: () =>
      inTransaction(db, 'rw', ['meta', 'sent', 'feeds'], async tables => {
        await letGoOfSent(tables, clock())
        const isNew = (await tables.meta.get('born')) === undefined
        if (isNew) await tables.meta.put({ key: 'born', value: clock() })
        return isNew
      }),
    readNote: async name => (await meta.get(name))?.value,
    async writeNote(name, value) {
      await meta.put({ key: name, value })
    },
    close: () => db.close({ disableAutoOpen: true }),
  }
}

const firstLook = 64
const mostAtOnce = 512

/** Outbox items in the order of their sequence, at least one, up to about `maxBytes`. */
async function readWaiting({ outbox }: PersonTables, maxBytes: number) {
  const taken = []
  let bytes = 0
  let limit = firstLook
  for (let after: OutboxKey = [-1, '']; ;) {
    const items = await outbox.where(':id').above(after).limit(limit).toArray()
    for (const item of items) {
      bytes += item.bytes
      if (taken.length > 0 && bytes > maxBytes) return taken
      taken.push(item)
      after = outboxKey(item.op)
    }
    if (items.length < limit) return taken
    // As many as should fit, by what those so far needed: few calls for small ops, little memory for large ones.
    limit = Math.min(mostAtOnce, Math.ceil(((maxBytes - bytes) * taken.length) / bytes) + 1)
  }
}
