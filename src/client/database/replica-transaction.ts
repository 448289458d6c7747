import type { FeedId, Op, OpId } from '../../sync/protocol/op.ts'
import { addBackupMark } from '../../sync/replica/backup-state.ts'
import { newOpId, type RandomBytes } from '../../sync/replica/op-id.ts'
import type { AcknowledgedOp, ReplicaTransaction } from '../../sync/replica/replica-store.ts'
import { readBackup } from './backup-note.ts'
import { readDevice, writeDevice } from './device-state.ts'
import { findInOutbox, takeOutOfOutbox } from './outbox-range.ts'
import type { PersonTables, SentRecord } from './person-database.ts'
import { createRowDraft } from './row-draft.ts'

interface TransactionGiven {
  readonly clock: () => number
  readonly random: RandomBytes
}

/** What the replica does to tables, all of which belong to one transaction. */
export async function inReplicaTransaction<T>(
  tables: PersonTables,
  given: TransactionGiven,
  work: (transaction: ReplicaTransaction) => Promise<T>,
): Promise<T> {
  const { write, ...draft } = createRowDraft(tables)
  const result = await work({ ...draft, ...opMoves(tables, given) })
  await write()
  return result
}

type OpMoves = Pick<
  ReplicaTransaction,
  | 'stillWaiting'
  | 'isWaitingIn'
  | 'acknowledge'
  | 'hold'
  | 'listHeld'
  | 'offerHeld'
  | 'reoffer'
  | 'noteEpoch'
  | 'renewDevice'
  | 'noteSeat'
  | 'noteBackup'
>

function opMoves(tables: PersonTables, { clock, random }: TransactionGiven): OpMoves {
  const { outbox, held, sent, files } = tables
  /** Ops that lie together in the outbox with nothing between them, as this transaction has found it and left it. */
  let together: ReadonlySet<OpId> = new Set()

  async function takeOut(ops: readonly Op[]): Promise<void> {
    const areAlone = ops.length === together.size && ops.every(({ id }) => together.has(id))
    together = new Set()
    await takeOutOfOutbox(tables, ops, areAlone)
  }

  return {
    async stillWaiting(ops) {
      const { ids, isAlone } = await findInOutbox(tables, ops)
      if (isAlone) together = ids
      return ids
    },
    isWaitingIn: async feed => (await outbox.where('op.feed').equals(feed).limit(1).count()) > 0,
    async acknowledge(ops) {
      if (ops.length === 0) return
      await Promise.all([takeOut(ops.map(({ op }) => op)), sent.bulkPut(toSentRecords(ops, clock()))])
    },
    async hold(records) {
      if (records.length === 0) return
      await held.bulkPut(records)
      await takeOut(records.map(record => record.op))
    },
    listHeld: () => held.toArray(),
    async offerHeld(ops) {
      together = new Set()
      await Promise.all([outbox.bulkPut(ops.map(toOfferedItem)), held.bulkDelete(idsOf(ops))])
    },
    async reoffer(feed) {
      together = new Set()
      const records = await (feed === undefined ? sent : sent.where('op.feed').equals(feed)).toArray()
      const ops = records.flatMap(opsOf)
      await outbox.bulkPut(ops.map(toOfferedItem))
      await sent.bulkDelete(idsOf(records.map(record => record.op)))
      await files.where('state').equals('sent').modify({ state: 'local' })
      return ops
    },
    async noteEpoch(epoch) {
      const known = await tables.meta.get('epoch')
      if (known?.value !== epoch) await tables.meta.put({ key: 'epoch', value: epoch })
      return known !== undefined && known.value !== epoch
    },
    async renewDevice() {
      together = new Set()
      const device = await readDevice(tables, random)
      const id = newOpId(random)
      await writeDevice(tables, { ...device, id })
      await tables.meta.delete('seat')
      const items = await outbox.toArray()
      await outbox.bulkPut(items.map(item => ({ ...item, op: { ...item.op, device: id } })))
    },
    async noteSeat(seat) {
      await tables.meta.put({ key: 'seat', value: seat })
    },
    async noteBackup(mark) {
      const known = await readBackup(tables)
      await tables.meta.put({ key: 'backup', value: addBackupMark(known, mark) })
    },
  }
}

const idsOf = (ops: readonly Op[]): OpId[] => ops.map(op => op.id)

function toSentRecords(acknowledged: readonly AcknowledgedOp[], at: number): SentRecord[] {
  const byFeed: Map<FeedId, AcknowledgedOp[]> = Map.groupBy(acknowledged, ({ op }) => op.feed)
  return [...byFeed.values()].flatMap(answered => {
    const [op, ...others] = answered.map(one => one.op)
    return op
      ? [{ op, othersJson: JSON.stringify(others), at, upTo: Math.max(...answered.map(({ seq }) => seq)) }]
      : []
  })
}

/** All ops of a sent record, of this build or an older one. */
export const opsOf = ({ op, others = [], othersJson = '[]' }: SentRecord): Op[] => [
  op,
  ...others,
  ...(JSON.parse(othersJson) as Op[]),
]

export const toOfferedItem = (op: Op) => ({ op, bytes: JSON.stringify(op).length, isOffered: true })
