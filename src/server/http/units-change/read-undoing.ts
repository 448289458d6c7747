import { feedId } from '../../../domain/people/feed.ts'
import type { UndoObstacle, Undoing, WrittenField } from '../../../domain/people/plan-undo.ts'
import { programmeFields, programmeType } from '../../../domain/qms/programme.ts'
import type { EntryStore, LogRecord } from '../../../sync/authority/entry-store.ts'
import type { Entry, OpId } from '../../../sync/protocol/op.ts'
import type { Reference } from './read-reference.ts'

type Reader = Pick<EntryStore, 'findLogged' | 'heads' | 'readAfter'>

/** Finds out of the log what a change wrote, what was there before, and what has come to lean on it since. */
export async function readUndoing(
  store: Reader,
  { entries }: Pick<Reference, 'entries'>,
  applied: Entry,
): Promise<Undoing> {
  const records = await store.findLogged(entries.map(({ op }) => op))
  const group = records.get(applied.op)?.op.group
  const isOfGroup = (record: LogRecord | undefined): boolean =>
    record !== undefined && group !== undefined && record.op.group === group
  const still = entries.filter(entry => isOfGroup(records.get(entry.op)))
  const since = entries.filter(entry => entry.seq > applied.seq && !isOfGroup(records.get(entry.op)))
  const first = Math.min(...still.map(({ seq }) => seq))
  const covered = await findCovered(store, since, { records, isOfGroup, first })
  const before = await store.findLogged(still.flatMap(({ op }) => records.get(op)?.op.base ?? []))
  const written: WrittenField[] = [
    ...still.map(({ type, thing, field, op }) => {
      const base = records.get(op)?.op.base ?? null
      const value = base === null ? null : (before.get(base)?.op.value ?? null)
      return { type, thing, field, before: value, isStill: true }
    }),
    ...covered.map(({ type, thing, field }) => ({ type, thing, field, before: null, isStill: false })),
  ]
  const founded = written.filter(({ type, before: value }) => type === 'unit' && value === null)
  const units = new Set(founded.map(({ thing }) => thing))
  return {
    written: written.filter(({ thing }) => thing !== applied.thing),
    leaning: [
      ...(await findUsed(store, [...units])),
      ...since.flatMap((entry): UndoObstacle[] => {
        const { value } = entry
        if (covered.includes(entry)) return []
        const joined = [...units].find(id => entry.field === programmeFields.commune(id))
        if (entry.type === programmeType && joined !== undefined && value === true)
          return [{ type: 'joinedSince', unit: joined, programme: entry.thing }]
        if (typeof value !== 'object' || value === null) return []
        const { unit, parent, successor } = value as Record<string, unknown>
        const person = entry.thing
        if (entry.type === 'person' && typeof unit === 'string' && units.has(unit))
          return [{ type: 'assignedSince', unit, person }]
        const leansOn = [parent, successor].some(id => typeof id === 'string' && units.has(id))
        return entry.type === 'unit' && leansOn ? [{ type: 'foundedBelow', unit: entry.thing }] : []
      }),
    ],
  }
}

/** Fields that the change set and somebody has set anew: what lies below their values, down to the change, is looked at. */
async function findCovered(
  store: Reader,
  since: readonly Entry[],
  given: {
    readonly records: ReadonlyMap<OpId, LogRecord>
    readonly isOfGroup: (record: LogRecord | undefined) => boolean
    readonly first: number
  },
): Promise<readonly Entry[]> {
  const covered: Entry[] = []
  let open = since.map(entry => ({ entry, base: given.records.get(entry.op)?.op.base ?? null }))
  while (open.length > 0) {
    const found = await store.findLogged(open.flatMap(({ base }) => base ?? []))
    open = open.flatMap(({ entry, base }) => {
      const record = base === null ? undefined : found.get(base)
      if (given.isOfGroup(record)) covered.push(entry)
      if (!record || given.isOfGroup(record) || record.answer.seq < given.first) return []
      return [{ entry, base: record.op.base }]
    })
  }
  return covered
}

async function findUsed(store: Reader, units: readonly string[]): Promise<readonly UndoObstacle[]> {
  const feedsOf = (unit: string) => [feedId(unit, 'unit'), feedId(unit, 'audit')]
  const heads = await store.heads(units.flatMap(feedsOf))
  const used: UndoObstacle[] = []
  for (const unit of units) {
    const things = new Map<string, string>()
    for (const feed of feedsOf(unit).filter(one => heads.get(one)?.count)) {
      const { entries } = await store.readAfter(feed, 0, Number.MAX_SAFE_INTEGER)
      for (const { thing, type } of entries) things.set(thing, type)
    }
    const byType = Map.groupBy(things.values(), type => type)
    const counts = [...byType].map(([type, own]) => [type, own.length] as const)
    if (counts.length > 0) used.push({ type: 'unitUsed', unit, things: Object.fromEntries(counts) })
  }
  return used
}
