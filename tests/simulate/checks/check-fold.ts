import { isSameJson } from '../../../src/lib/json-value.ts'
import { conflictField, readConflict } from '../../../src/sync/protocol/conflict.ts'
import type { Entry } from '../../../src/sync/protocol/op.ts'
import type { LogRecord } from '../../../src/sync/authority/entry-store.ts'
import type { World } from '../history/world.ts'
import type { ServerContents } from './read-server.ts'

interface Lost {
  readonly by: LogRecord
  readonly of: LogRecord
}

/**
 * Plays the log again by the rules as README.md has them, in words of its own: each op's effective clock (SY5), each
 * field's winner, each losing value that somebody has not seen (SY6). What comes out are the entries.
 */
export function checkFold({ fail }: World, { log, logById, entries }: ServerContents): void {
  const winners = new Map<string, LogRecord>()
  const losers: Lost[] = []
  for (const record of log) {
    const { op, answer, author } = record
    const isByServer = author === 'system' || op.device === '.server'
    if (!isByServer && answer.hlc !== effective(record, logById))
      fail('diverged', `${op.id} counts with the clock ${answer.hlc}, not ${effective(record, logById)}`)
    const key = `${op.thing}\n${op.field}`
    const current = winners.get(key)
    if (!current) {
      winners.set(key, record)
      continue
    }
    const isLater =
      answer.hlc > current.answer.hlc || (answer.hlc === current.answer.hlc && op.id > current.op.id)
    if (isLater) winners.set(key, record)
    const isSeen = op.base === current.op.id || isSameJson(op.value, current.op.value)
    if (!isByServer && !isSeen) losers.push({ by: record, of: isLater ? current : record })
  }

  const stored = new Map<string, Entry>(entries.map(entry => [`${entry.thing}\n${entry.field}`, entry]))
  for (const [key, { op, answer }] of winners) {
    const entry = stored.get(key)
    if (entry?.op !== op.id || entry.seq !== answer.seq || !isSameJson(entry.value, op.value))
      fail('diverged', `${op.field} of ${op.thing} is not what its log says: ${op.id}`)
  }
  if (stored.size !== winners.size) fail('diverged', 'there are entries that no op has set')
  for (const { of } of losers) {
    const kept = readConflict(stored.get(`${of.op.thing}\n${conflictField(of.op.id)}`)?.value)
    if (!kept || !isSameJson(kept.value, of.op.value))
      fail('lost', `the losing value of ${of.op.id} (${of.op.field}) is not kept`)
  }
}

/** At most the server's time, at least one tick after what its author saw. */
function effective({ op, at, answer }: LogRecord, logById: ServerContents['logById']): number {
  const sane = Number.isSafeInteger(op.hlc) && op.hlc > 0 ? op.hlc : 0
  const atMost = Math.min(sane, at * 1024 + 1023)
  const base = op.base === null ? undefined : logById.get(op.base)
  const isKnown = base?.op.feed === op.feed && base.answer.seq < answer.seq
  return isKnown ? Math.max(atMost, base.answer.hlc + 1) : atMost
}
