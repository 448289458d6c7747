import type { Entry, Op } from '../protocol/op.ts'
import type { Answer } from '../protocol/wire.ts'
import { pendingSeq, serverVersion, type Row, type ServerVersion } from './row.ts'

type Address = Pick<Row, 'feed' | 'type' | 'thing' | 'field'>

const address = ({ feed, type, thing, field }: Address): Address => ({ feed, type, thing, field })

const showServer = (row: Address, version: ServerVersion): Row => ({
  ...address(row),
  ...version,
  pending: null,
  server: null,
})

/** A field came from the server. The person goes on seeing a pending value of their own. */
export function applyPulled(row: Row | undefined, entry: Entry): Row {
  const known = serverVersion(row)
  if (row && known && known.seq > entry.seq) return row
  if (!row || row.pending === null) return { ...entry, pending: null, server: null }
  const { value, op, hlc, author, at, seq } = entry
  return { ...row, server: { value, op, hlc, author, at, seq } }
}

/** The person set the field: what they see at once, with what the server has kept below it. */
export function applyLocal(row: Row | undefined, op: Op, author: string, now: number): Row {
  return {
    ...address(op),
    value: op.value,
    op: op.id,
    hlc: op.hlc,
    author,
    at: now,
    seq: pendingSeq,
    pending: op.id,
    server: serverVersion(row),
  }
}

/**
 * The server answered an op of the field. A later pending op stays shown; else the winner shows, or after
 * `held` what the server had before, which may be nothing: then undefined, and the row goes. The value is not
 * lost by that, the held record keeps it (SY4).
 */
export function applyAnswer(
  row: Row | undefined,
  op: Op,
  answer: Answer,
  taken: { readonly author: string; readonly at: number },
): Row | undefined {
  const known = serverVersion(row)
  const isShown = row === undefined || row.pending === op.id
  if (answer.result === 'held') {
    if (!isShown) return row
    return known ? showServer(op, known) : undefined
  }
  const { seq, hlc, wins } = answer
  const version: ServerVersion = { value: op.value, op: op.id, hlc, seq, ...taken }
  const server = wins && (!known || seq > known.seq) ? version : known
  if (!isShown && row.pending !== null) return { ...row, server }
  if (!isShown && !server) return row
  if (server) return showServer(op, server)
  // It lost to a value that is not here yet; until that is pulled, the person sees their own.
  return { ...showServer(op, version), isStale: true }
}
