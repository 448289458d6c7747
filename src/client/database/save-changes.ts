import { err, ok, type Result } from '../../lib/result.ts'
import type { OpId, ThingId } from '../../sync/protocol/op.ts'
import { newOpId, type RandomBytes } from '../../sync/replica/op-id.ts'
import { isMilestone, milestonePrefix, planSave } from '../../sync/replica/plan-save.ts'
import type { Change, NewFile, OutboxItem } from '../../sync/replica/replica-store.ts'
import type { Row } from '../../sync/replica/row.ts'
import { readDevice, writeDevice } from './device-state.ts'
import { putFiles } from './file-bytes.ts'
import { inTransaction, type PersonDatabase, type PersonTables } from './person-database.ts'
import { toRowRecord } from './replica-transaction.ts'
import { toSaveProblem, type SaveProblem } from './save-problem.ts'

/** The most bytes of JSON a value may have; longer ones are refused before anything is written. */
const longestValue = 64_000
/** A move to `sent` carries all answers; the server takes half a megabyte of it. */
const longestMilestone = 500_000

export interface Saved {
  /** Ops now waiting for these changes; none for a value that was there already. */
  readonly ops: readonly OpId[]
}

interface SaveGiven {
  readonly changes: readonly Change[]
  readonly files: readonly NewFile[]
  readonly person: string
  readonly clock: () => number
  readonly random: RandomBytes
}

/**
 * Saves what a person did in one strict transaction: rows, their ops and the bytes of photos, all or nothing
 * (SY1). Resolves with ok only after the transaction has completed on disk.
 */
export async function saveChanges(db: PersonDatabase, given: SaveGiven): Promise<Result<Saved, SaveProblem>> {
  for (const { field, value } of given.changes) {
    const bytes = new TextEncoder().encode(JSON.stringify(value)).byteLength
    const limit = isMilestone(field) ? longestMilestone : longestValue
    if (bytes > limit) return err({ type: 'valueTooLarge', field, bytes, limit })
  }
  const text = ['rows', 'outbox', 'meta'] as const
  const names = given.files.length > 0 ? ([...text, 'files', 'chunks'] as const) : text
  try {
    return ok(await inTransaction(db, 'rw', names, tables => write(tables, given)))
  } catch (cause) {
    return err(toSaveProblem(cause))
  }
}

async function write(
  tables: PersonTables,
  { changes, files, person, clock, random }: SaveGiven,
): Promise<Saved> {
  const device = await readDevice(tables, random)
  const keys = changes.map(({ thing, field }): [string, string] => [thing, field])
  const rows = keys.length > 0 ? await tables.rows.bulkGet(keys) : []
  const waiting = await readWaiting(tables, rows)
  const milestones = await readMilestones(tables, waiting)
  const now = clock()
  const plan = planSave({
    changes,
    rows,
    waiting,
    milestones,
    device,
    author: person,
    now,
    newId: () => newOpId(random),
  })
  if (plan.rows.length > 0) {
    await tables.outbox.bulkDelete([...plan.replaced])
    await tables.outbox.bulkAdd(plan.items)
    await tables.rows.bulkPut(plan.rows.map(toRowRecord))
    await writeDevice(tables, plan.device)
  }
  await putFiles(tables, files, { state: 'local', addedAt: now })
  return { ops: plan.items.map(item => item.op.id) }
}

async function readWaiting(
  { outbox }: PersonTables,
  rows: readonly (Row | undefined)[],
): Promise<OutboxItem[]> {
  const ids = rows.flatMap(row => (row?.pending ? [row.pending] : []))
  if (ids.length === 0) return []
  const items = await outbox.bulkGet(ids)
  return items.flatMap(item => (item ? [item] : []))
}

/** Where the last milestone op of each thing stands, for things with an op that might be replaced. */
async function readMilestones(
  { outbox }: PersonTables,
  waiting: readonly OutboxItem[],
): Promise<ReadonlyMap<ThingId, number>> {
  const things = new Set(waiting.flatMap(item => (item.isOffered ? [] : [item.op.thing])))
  const milestones = new Map<ThingId, number>()
  for (const thing of things) {
    const items = await outbox
      .where('[op.thing+op.field]')
      .between([thing, milestonePrefix], [thing, `${milestonePrefix}\uffff`])
      .toArray()
    if (items.length > 0) milestones.set(thing, Math.max(...items.map(item => item.op.seq)))
  }
  return milestones
}
