import { err, ok, type Result } from '../../lib/result.ts'
import type { OpId, ThingId } from '../../sync/protocol/op.ts'
import { newOpId, type RandomBytes } from '../../sync/replica/op-id.ts'
import { isMilestone, milestonePrefix, planSave, type DeviceState } from '../../sync/replica/plan-save.ts'
import type { Change, NewFile, OutboxItem } from '../../sync/replica/replica-store.ts'
import type { DroppedPhoto, EarlierPicture } from './drop-files.ts'
import { readDevice, writeDevice } from './device-state.ts'
import { putFiles } from './file-bytes.ts'
import { outboxKey } from './outbox-range.ts'
import { inTransaction, type PersonDatabase, type PersonTables } from './person-database.ts'
import type { Row } from '../../sync/replica/row.ts'
import { toRowRecord } from './row-draft.ts'
import { toSaveProblem, type SaveProblem } from './save-problem.ts'

/** The most bytes of JSON a value may have; longer ones are refused before anything is written. */
const longestValue = 64_000
/** A move to `sent` carries all answers; the server takes half a megabyte of it. */
const longestMilestone = 500_000

export interface Saved {
  /** Ops now waiting for these changes; none for a value that was there already. */
  readonly ops: readonly OpId[]
  /** Of the photo that was to be dropped. */
  readonly earlier?: EarlierPicture
}

interface SaveGiven {
  readonly changes: readonly Change[]
  readonly files: readonly NewFile[]
  /** A photo whose bytes go with this save, if nothing else names it. */
  readonly drop?: DroppedPhoto | undefined
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
  const { files, drop } = given
  const letsGo = drop !== undefined || given.changes.some(takesFileAway)
  const names = files.length > 0 || letsGo ? ([...text, 'files', 'chunks'] as const) : text
  try {
    // Before the transaction: it would not outlive the loading.
    const letFilesGo = letsGo ? (await import('./let-files-go.ts')).letFilesGo : undefined
    return ok(
      await inTransaction(db, 'rw', names, async tables => {
        const written = await write(tables, given)
        const earlier = await letFilesGo?.(tables, { ...given, ...written, takesFileAway })
        return { ops: written.ops, ...(earlier && { earlier }) }
      }),
    )
  } catch (cause) {
    return err(toSaveProblem(cause))
  }
}

/** What a save has put in the place of what. */
export interface Written {
  readonly ops: readonly OpId[]
  /** The fields as they were before, in the order of the changes. */
  readonly rows: readonly (Row | undefined)[]
  /** What waited in the outbox for these fields and does no more. */
  readonly replaced: readonly OutboxItem[]
}

/** Two rounds through the database: all that is read, then all that is written; each one more is felt at a tap. */
async function write(
  tables: PersonTables,
  { changes, files, person, clock, random }: SaveGiven,
): Promise<Written> {
  const keys = changes.map(({ thing, field }): RowKey => [thing, field])
  const [device, rows, waiting, milestones] = await Promise.all([
    readDevice(tables, random),
    tables.rows.bulkGet(keys),
    readWaiting(tables, keys),
    readMilestones(tables, keys),
  ])
  const now = clock()
  const plan = planSave({
    changes,
    rows,
    waiting: waiting.map(item => ({ ...item, isOffered: isOffered(item, device) })),
    milestones,
    device,
    author: person,
    now,
    newId: () => newOpId(random),
  })
  const isNew = plan.rows.length > 0
  const replaced = waiting.filter(item => plan.replaced.includes(item.op.id))
  await Promise.all([
    plan.replaced.length > 0 && tables.outbox.bulkDelete(replaced.map(item => outboxKey(item.op))),
    isNew && tables.outbox.bulkAdd(plan.items),
    isNew && tables.rows.bulkPut(plan.rows.map(toRowRecord)),
    isNew && writeDevice(tables, plan.device),
    putFiles(tables, files, { state: 'local', addedAt: now }),
  ])
  return { ops: plan.items.map(item => item.op.id), rows, replaced }
}

const takesFileAway = ({ field, value }: Change): boolean => value === null && field.startsWith('evidence/')

/** Ops are offered in the order of their sequence, so one number tells it of all. */
const isOffered = (item: OutboxItem, { offered = 0 }: DeviceState): boolean =>
  item.isOffered || item.op.seq <= offered

type RowKey = [thing: string, field: string]

/** Ops of these fields that wait in the outbox. */
async function readWaiting({ outbox }: PersonTables, keys: readonly RowKey[]): Promise<OutboxItem[]> {
  const ofField = (key: RowKey) => outbox.where('[op.thing+op.field]').equals(key).toArray()
  return (await Promise.all(keys.map(ofField))).flat()
}

/** Where the last milestone op that waits stands, by thing. */
async function readMilestones(
  { outbox }: PersonTables,
  keys: readonly RowKey[],
): Promise<ReadonlyMap<ThingId, number>> {
  const things = [...new Set(keys.map(([thing]) => thing))]
  const ofThing = (thing: ThingId) =>
    outbox
      .where('[op.thing+op.field]')
      .between([thing, milestonePrefix], [thing, `${milestonePrefix}\uffff`])
      .toArray()
  const found = await Promise.all(things.map(ofThing))
  return new Map(
    things.flatMap((thing, at) => {
      const items = found[at] ?? []
      return items.length > 0 ? [[thing, Math.max(...items.map(item => item.op.seq))] as const] : []
    }),
  )
}
