import type { FeedId, Op, OpId } from '../../src/sync/protocol/op.ts'
import { addBackupMark, type KnownBackup } from '../../src/sync/replica/backup-state.ts'
import { newOpId, type RandomBytes } from '../../src/sync/replica/op-id.ts'
import { milestonePrefix, planSave, type DeviceState } from '../../src/sync/replica/plan-save.ts'
import type {
  Change,
  FeedState,
  HeldRecord,
  OutboxItem,
  ReplicaStore,
  ReplicaTransaction,
} from '../../src/sync/replica/replica-store.ts'
import type { Row } from '../../src/sync/replica/row.ts'

interface Tables {
  rows: Map<string, Row>
  outbox: Map<OpId, OutboxItem>
  held: Map<OpId, HeldRecord>
  sent: Map<OpId, Op>
  feeds: Map<FeedId, FeedState>
  device: DeviceState
  backup: KnownBackup | undefined
  epoch: string | undefined
  seat: number | undefined
}

/** What the contract and the tests look at besides the port. */
export interface TestedStore extends ReplicaStore {
  save: (changes: readonly Change[]) => Promise<unknown>
  listRows: () => Promise<readonly Row[]>
  listOutbox: () => Promise<readonly Op[]>
  listHeld: () => Promise<readonly HeldRecord[]>
}

/** The replica's store in memory: one transaction after the other, all or nothing. */
export function createMemoryReplicaStore(given: {
  readonly clock: () => number
  readonly random: RandomBytes
  readonly person: string
}): TestedStore {
  const { clock, random, person } = given
  let tables: Tables = {
    rows: new Map(),
    outbox: new Map(),
    held: new Map(),
    sent: new Map(),
    feeds: new Map(),
    device: { id: newOpId(random), seq: 0, hlc: 0 },
    backup: undefined,
    epoch: undefined,
    seat: undefined,
  }
  let last: Promise<unknown> = Promise.resolve()

  function inTransaction<T>(work: (draft: Tables) => T | Promise<T>): Promise<T> {
    const run = async (): Promise<T> => {
      const draft: Tables = {
        rows: new Map(tables.rows),
        outbox: new Map(tables.outbox),
        held: new Map(tables.held),
        sent: new Map(tables.sent),
        feeds: new Map(tables.feeds),
        device: tables.device,
        backup: tables.backup,
        epoch: tables.epoch,
        seat: tables.seat,
      }
      const result = await work(draft)
      tables = draft
      return result
    }
    const next = last.then(run, run)
    last = next
    return next
  }

  const bySeq = (draft: Tables): OutboxItem[] =>
    [...draft.outbox.values()].sort((a, b) => a.op.seq - b.op.seq)

  return {
    takeOutgoing: maxBytes =>
      inTransaction(draft => {
        const ops: Op[] = []
        let bytes = 0
        for (const item of bySeq(draft)) {
          bytes += item.bytes
          if (ops.length > 0 && bytes > maxBytes) break
          ops.push(item.op)
          draft.outbox.set(item.op.id, { ...item, isOffered: true })
        }
        const cursors = Object.fromEntries(
          [...draft.feeds].map(([feed, { epoch, cursor }]) => [feed, [epoch, cursor] as const]),
        )
        const { device, backup, seat } = draft
        return {
          device: device.id,
          ops,
          cursors,
          backup: backup?.at ?? 0,
          ...(seat !== undefined && { seat }),
        }
      }),
    update: work => inTransaction(draft => work(memoryTransaction(draft, random))),
    countWaiting: () => inTransaction(draft => draft.outbox.size),
    save: changes =>
      inTransaction(draft => {
        const rows = changes.map(change => draft.rows.get(keyOf(change)))
        const milestones = new Map<string, number>()
        for (const { op } of bySeq(draft))
          if (op.field.startsWith(milestonePrefix)) milestones.set(op.thing, op.seq)
        const plan = planSave({
          changes,
          rows,
          waiting: [...draft.outbox.values()],
          milestones,
          device: draft.device,
          author: person,
          now: clock(),
          newId: () => newOpId(random),
        })
        for (const id of plan.replaced) draft.outbox.delete(id)
        for (const item of plan.items) draft.outbox.set(item.op.id, item)
        for (const row of plan.rows) draft.rows.set(keyOf(row), row)
        draft.device = plan.device
        return { ok: true }
      }),
    listRows: () => inTransaction(draft => [...draft.rows.values()]),
    listOutbox: () => inTransaction(draft => bySeq(draft).map(item => item.op)),
    listHeld: () => inTransaction(draft => [...draft.held.values()]),
  }
}

function memoryTransaction(draft: Tables, random: RandomBytes): ReplicaTransaction {
  const done = Promise.resolve()
  const put = (op: Op): void => {
    draft.outbox.set(op.id, { op, bytes: JSON.stringify(op).length, isOffered: true })
  }
  return {
    rows: keys => Promise.resolve(keys.map(([thing, field]) => draft.rows.get(keyOf({ thing, field })))),
    rowsOf: feed => Promise.resolve([...draft.rows.values()].filter(row => row.feed === feed)),
    putRows(rows) {
      for (const row of rows) draft.rows.set(keyOf(row), row)
      return done
    },
    removeRows(keys) {
      for (const [thing, field] of keys) draft.rows.delete(keyOf({ thing, field }))
      return done
    },
    feedState: feed => Promise.resolve(draft.feeds.get(feed)),
    putFeedState(feed, state) {
      if (state) draft.feeds.set(feed, state)
      else draft.feeds.delete(feed)
      return done
    },
    stillWaiting: ops =>
      Promise.resolve(new Set(ops.flatMap(({ id }) => (draft.outbox.has(id) ? [id] : [])))),
    isWaitingIn: feed => Promise.resolve([...draft.outbox.values()].some(item => item.op.feed === feed)),
    acknowledge(ops) {
      for (const { op } of ops) {
        draft.outbox.delete(op.id)
        draft.sent.set(op.id, op)
      }
      return done
    },
    hold(records) {
      for (const record of records) {
        draft.outbox.delete(record.op.id)
        draft.held.set(record.op.id, record)
      }
      return done
    },
    listHeld: () => Promise.resolve([...draft.held.values()]),
    offerHeld(ops) {
      for (const op of ops) {
        draft.held.delete(op.id)
        put(op)
      }
      return done
    },
    reoffer(feed) {
      const ops = [...draft.sent.values()].filter(op => feed === undefined || op.feed === feed)
      for (const op of ops) {
        draft.sent.delete(op.id)
        put(op)
      }
      return Promise.resolve(ops)
    },
    noteEpoch(epoch) {
      const isOther = draft.epoch !== undefined && draft.epoch !== epoch
      draft.epoch = epoch
      return Promise.resolve(isOther)
    },
    renewDevice() {
      const id = newOpId(random)
      draft.device = { ...draft.device, id }
      draft.seat = undefined
      for (const item of draft.outbox.values())
        draft.outbox.set(item.op.id, { ...item, op: { ...item.op, device: id } })
      return done
    },
    noteSeat(seat) {
      draft.seat = seat
      return done
    },
    noteBackup(mark) {
      draft.backup = addBackupMark(draft.backup, mark)
      return done
    },
  }
}

const keyOf = ({ thing, field }: { readonly thing: string; readonly field: string }): string =>
  `${thing}\n${field}`
