import { parentOfFirstRow } from '../../domain/forms/row.ts'
import { parseResponseField, responseType } from '../../domain/responses/response-fields.ts'
import { readRowPlace } from '../../domain/responses/row-place.ts'
import { createRowsAround } from '../../domain/responses/rows-around.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { conflictField, loserOfConflict, readConflict, settledField } from '../protocol/conflict.ts'
import { msOfHlc } from '../protocol/hlc.ts'
import type { Entry, Op, OpId } from '../protocol/op.ts'
import type { FeedDraft } from './feed-draft.ts'
import type { FieldChange } from './thing-rules.ts'

interface Given {
  /** What the op's field had before. */
  readonly before: Entry | undefined
  /** How much of the feed the op's tablet had when it sent it. */
  readonly seen: number
}

/**
 * One person took a row of a repeat away while another was filling it: no field clashes, and yet the one's work would
 * leave the other's screen unseen (SY6). Kept is that the row is to stay, as the value that lost against its removal.
 * `op` has just been taken.
 */
export function rowConflicts(draft: FeedDraft, op: Op, { before, seen }: Given): readonly FieldChange[] {
  if (!isOfRows(op)) return []
  const fields = draft.fieldsOf(op.thing)
  const own = fields.get(op.field)
  if (own?.op !== op.id) return []
  const named = parseResponseField(op.field)
  if (named?.kind === 'row' && op.value === null) {
    if (before?.value === null) return []
    const unseen = listInRow(fields, named.row).filter(
      entry => isOfOther(draft, entry, own) && (entry.seq > seen || entry.at > msOfHlc(own.hlc)),
    )
    const last = unseen.sort((a, b) => b.seq - a.seq)[0]
    return last ? [keepRow(draft, { removal: own, edit: last, place: placeOf(own, before?.value) })] : []
  }
  if (op.value === null) return []
  const removal = findRemoval(fields, own)
  if (!removal || !isOfOther(draft, removal, own) || isAskedAlready(fields, removal.field)) return []
  const base = draft.findLogged(removal.op)?.op.base
  const place = placeOf(removal, base == null ? undefined : draft.findLogged(base)?.op.value)
  return [keepRow(draft, { removal, edit: own, place })]
}

/** The ops beside its own field that an op may meet in such a conflict; their tablets are to be named. */
export function listMetInRows(entries: readonly Entry[], op: Addressed): readonly OpId[] {
  if (!isOfRows(op)) return []
  const fields = new Map(entries.filter(({ thing }) => thing === op.thing).map(one => [one.field, one]))
  const named = parseResponseField(op.field)
  if (named?.kind === 'row' && op.value === null) return listInRow(fields, named.row).map(one => one.op)
  const removal = findRemoval(fields, op)
  return removal ? [removal.op] : []
}

type Fields = ReadonlyMap<string, Entry>
type Addressed = Pick<Op, 'type' | 'thing' | 'field' | 'value'>

/** Cheap, since it is asked of every op: rows, and what is in them. */
const isOfRows = ({ type, field }: Addressed): boolean =>
  type === responseType && (field.startsWith('rows/') || field.includes('@'))

/** What people have entered in a row, and in the rows within it. */
function listInRow(fields: Fields, row: string): Entry[] {
  const rowsAround = createRowsAround(fields.values())
  return [...fields.values()].filter(entry => entry.value !== null && rowsAround(entry).includes(row))
}

/** The removal of a row that a field lies in. */
function findRemoval(fields: Fields, one: Pick<Entry, 'field' | 'value'>): Entry | undefined {
  const removals = [...fields.values()].filter(
    ({ field, value }) => value === null && parseResponseField(field)?.kind === 'row',
  )
  if (removals.length === 0) return undefined
  const around = new Set(createRowsAround(fields.values())(one))
  return removals.find(({ field }) => {
    const named = parseResponseField(field)
    return named?.kind === 'row' && around.has(named.row)
  })
}

/** Of another person, or of the same one at another tablet. */
function isOfOther(draft: FeedDraft, entry: Entry, own: Entry): boolean {
  if (entry.author !== own.author) return true
  const [device, ownDevice] = [entry, own].map(({ op }) => draft.findLogged(op)?.op.device)
  return device !== undefined && device !== ownDevice
}

function isAskedAlready(fields: Fields, row: string): boolean {
  return [...fields.values()].some(({ field, value }) => {
    const loser = loserOfConflict(field)
    if (loser === undefined || readConflict(value)?.field !== row) return false
    return fields.get(settledField(loser))?.value !== true
  })
}

function placeOf({ field }: Entry, value: JsonValue | undefined): JsonValue {
  const named = parseResponseField(field)
  const known = value === undefined ? undefined : readRowPlace(value)
  const first = named?.kind === 'row' ? parentOfFirstRow(named.repeat, named.row) : null
  return { ...(known ?? { parent: first, order: 0 }) }
}

interface Kept {
  readonly removal: Entry
  readonly edit: Entry
  /** Where the row stood. */
  readonly place: JsonValue
}

function keepRow(draft: FeedDraft, { removal, edit, place }: Kept): FieldChange {
  const deviceOf = (id: OpId) => {
    const device = draft.findLogged(id)?.op.device
    return device === undefined ? {} : { device }
  }
  const winner = { op: removal.op, ...deviceOf(removal.op) }
  const { author, hlc, at } = edit
  return {
    // Beside the conflict that the edit may have lost itself.
    field: conflictField(`${edit.op}.row`),
    value: { field: removal.field, value: place, author, hlc, at, ...deviceOf(edit.op), winner },
  }
}
