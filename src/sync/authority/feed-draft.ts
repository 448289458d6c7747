import { addToChecksum, takeFromChecksum } from '../protocol/checksum.ts'
import { isLater } from '../protocol/hlc.ts'
import type { Entry, Hlc, Op, OpId, ThingId } from '../protocol/op.ts'
import type { Answer, HeldReason } from '../protocol/wire.ts'
import type { FeedChange, FeedHead, HeldOp, LogRecord } from './entry-store.ts'

/** What was read of a feed before anything is decided. */
export interface FeedReading {
  readonly head: FeedHead
  readonly entries: readonly Entry[]
  readonly logged: ReadonlyMap<OpId, LogRecord>
  /** Feeds of the things in question. */
  readonly feedsOf: ReadonlyMap<ThingId, string>
  readonly nowMs: number
}

/** The feed as it will be: decisions read it and write to it, so that ops of one request see each other. */
export interface FeedDraft {
  readonly nowMs: number
  fieldsOf: (thing: ThingId) => ReadonlyMap<string, Entry>
  isElsewhere: (thing: ThingId) => boolean
  findLogged: (id: OpId) => LogRecord | undefined
  /** Gives the op its sequence, and its value to the field if it is the later one (SY5). */
  take: (op: Op, author: string, hlc: Hlc, result: 'ok' | 'conflict') => void
  hold: (op: Op, author: string, reason: HeldReason) => void
  /** The word about a logged op, as things stand now. */
  answerOf: (id: OpId, result?: 'duplicate') => Answer
  /** undefined when there is nothing to keep. */
  change: () => FeedChange | undefined
}

/** Starts from what the feed has; nothing is kept until the store commits `change()`. */
export function createFeedDraft(reading: FeedReading): FeedDraft {
  const { feedsOf, nowMs } = reading
  const { feed, epoch, chain } = reading.head
  let { head, count, checksum } = reading.head
  const log = new Map<OpId, LogRecord>()
  const held: HeldOp[] = []
  const newThings = new Set<ThingId>()
  const changed = new Map<string, Entry>()
  const things = new Map<ThingId, Map<string, Entry>>()
  for (const entry of reading.entries) mustGetFields(entry.thing).set(entry.field, entry)

  function mustGetFields(thing: ThingId): Map<string, Entry> {
    const known = things.get(thing)
    if (known) return known
    const fields = new Map<string, Entry>()
    things.set(thing, fields)
    return fields
  }

  function put(entry: Entry): void {
    const fields = mustGetFields(entry.thing)
    const current = fields.get(entry.field)
    if (current && !isLater(entry, current)) return
    if (current) checksum = takeFromChecksum(checksum, current)
    else count += 1
    checksum = addToChecksum(checksum, entry)
    fields.set(entry.field, entry)
    changed.set(`${entry.thing}\n${entry.field}`, entry)
  }

  const hasWon = ({ thing, field, id }: Op): boolean => things.get(thing)?.get(field)?.op === id
  const withOutcome = (record: LogRecord): LogRecord => ({
    ...record,
    answer: { ...record.answer, wins: hasWon(record.op) },
  })
  const findLogged = (id: OpId): LogRecord | undefined => log.get(id) ?? reading.logged.get(id)

  return {
    nowMs,
    fieldsOf: mustGetFields,
    isElsewhere: thing => (feedsOf.get(thing) ?? feed) !== feed,
    findLogged,
    take(op, author, hlc, result) {
      head += 1
      log.set(op.id, { op, author, at: nowMs, answer: { result, seq: head, hlc, wins: false } })
      if (!feedsOf.has(op.thing)) newThings.add(op.thing)
      const { type, thing, field, value } = op
      put({ feed, type, thing, field, value, seq: head, hlc, op: op.id, author, at: nowMs })
    },
    hold(op, author, reason) {
      held.push({ op, author, at: nowMs, reason })
    },
    answerOf(id, result) {
      const record = findLogged(id)
      if (!record) throw new Error(`op ${id} was never logged`)
      const { answer } = withOutcome(record)
      return result ? { ...answer, result } : answer
    },
    change() {
      if (log.size + held.length === 0) return undefined
      return {
        log: [...log.values()].map(withOutcome),
        entries: [...changed.values()],
        newThings: [...newThings],
        held,
        head: { feed, epoch, head, count, checksum, chain },
      }
    },
  }
}
