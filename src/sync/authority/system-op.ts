import { isSameJson, type JsonValue } from '../../lib/json-value.ts'
import { hlcOfMs } from '../protocol/hlc.ts'
import { schemaVersion, type FeedId, type OpId, type ThingId } from '../protocol/op.ts'
import type { FeedDraft } from './feed-draft.ts'

/** The author of what the server writes by itself. */
export const systemAuthor = 'system'

/** No tablet can call itself that: their ids have no dot. */
export const serverDevice = '.server'

/** A field that the server sets. */
export interface SystemChange {
  readonly type: string
  readonly thing: ThingId
  readonly field: string
  readonly value: JsonValue
}

interface Given {
  readonly feed: FeedId
  /** Has a dot in it, which tablets' ids do not. */
  readonly id: OpId
  readonly group: string
  readonly author: string
}

/** Sets a field on top of what it has, without a conflict. False when it has that value already. */
export function takeSystemChange(draft: FeedDraft, change: SystemChange, given: Given): boolean {
  const { type, thing, field, value } = change
  const { feed, id, group, author } = given
  const current = draft.fieldsOf(thing).get(field)
  if (current && isSameJson(current.value, value)) return false
  const hlc = Math.max(hlcOfMs(draft.nowMs), (current?.hlc ?? 0) + 1)
  const base = current?.op ?? null
  const op = { id, device: serverDevice, seq: 0, group, feed, type, thing, field, value, hlc, base }
  draft.take({ ...op, schema: schemaVersion }, author, hlc, 'ok')
  return true
}
