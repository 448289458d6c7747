import { isSameJson } from '../../lib/json-value.ts'
import { nextHlc } from '../protocol/hlc.ts'
import { schemaVersion, type DeviceId, type Hlc, type Op, type OpId, type ThingId } from '../protocol/op.ts'
import { applyLocal } from './merge-row.ts'
import type { Change, OutboxItem } from './replica-store.ts'
import type { Row } from './row.ts'

/** What a device counts on from op to op. */
export interface DeviceState {
  readonly id: DeviceId
  readonly seq: number
  readonly hlc: Hlc
  /** Ops up to this sequence were offered to the server. */
  readonly offered?: number
}

export interface SaveGiven {
  readonly changes: readonly Change[]
  /** The stored rows of the changed fields, whatever their order. */
  readonly rows: readonly (Row | undefined)[]
  /** The outbox items that these rows name as pending. */
  readonly waiting: readonly OutboxItem[]
  /** The greatest sequence of a waiting milestone op, by thing. */
  readonly milestones: ReadonlyMap<ThingId, number>
  readonly device: DeviceState
  readonly author: string
  readonly now: number
  readonly newId: () => OpId
}

export interface SavePlan {
  readonly rows: readonly Row[]
  readonly items: readonly OutboxItem[]
  /** Ops never offered that a newer one of the same field replaces. */
  readonly replaced: readonly OpId[]
  readonly device: DeviceState
}

/**
 * Fields whose meaning depends on all the thing's fields before them, such as the move that sends a response.
 * An edit is never moved to the other side of one.
 */
export const milestonePrefix = 'moves/'

export const isMilestone = (field: string): boolean => field.startsWith(milestonePrefix)

/**
 * Turns what a person changed into rows and ops. An op that was never offered is replaced by the next one of
 * its field, which takes over its place in the order and its base, so a text typed for an hour travels once.
 */
export function planSave({ changes, device, author, now, newId, ...given }: SaveGiven): SavePlan {
  const rows = new Map(given.rows.flatMap(row => (row ? [[keyOf(row), row]] : [])))
  const waiting = new Map(given.waiting.map(item => [item.op.id, item]))
  const milestones = new Map(given.milestones)
  const changed = new Map<string, Row>()
  const items = new Map<OpId, OutboxItem>()
  const replaced: OpId[] = []
  const group = newId()
  let { seq, hlc } = device

  for (const change of changes) {
    const row = rows.get(keyOf(change))
    if (row && !row.isStale && isSameJson(row.value, change.value)) continue
    const earlier = row?.pending ? waiting.get(row.pending) : undefined
    const isReplaceable =
      earlier !== undefined && !earlier.isOffered && earlier.op.seq > (milestones.get(change.thing) ?? 0)
    hlc = nextHlc(hlc, now)
    if (!isReplaceable) seq++
    const { feed, type, thing, field, value } = change
    const seen = change.seen === undefined ? (row?.op ?? null) : change.seen
    const op: Op = {
      id: newId(),
      device: device.id,
      seq: isReplaceable ? earlier.op.seq : seq,
      group,
      feed,
      type,
      thing,
      field,
      value,
      hlc,
      base: isReplaceable ? earlier.op.base : seen,
      schema: schemaVersion,
    }
    if (isReplaceable) {
      waiting.delete(earlier.op.id)
      if (!items.delete(earlier.op.id)) replaced.push(earlier.op.id)
    }
    const item = { op, bytes: JSON.stringify(op).length, isOffered: false }
    waiting.set(op.id, item)
    items.set(op.id, item)
    if (isMilestone(field)) milestones.set(thing, op.seq)
    const next = applyLocal(row, op, author, now)
    rows.set(keyOf(change), next)
    changed.set(keyOf(change), next)
  }
  return {
    rows: [...changed.values()],
    items: [...items.values()],
    replaced,
    device: { ...device, seq, hlc },
  }
}

const keyOf = ({ thing, field }: { readonly thing: string; readonly field: string }): string =>
  `${thing}\n${field}`
