import type { Op, OpId } from '../../../src/sync/protocol/op.ts'

/** What somebody was shown as saved. */
export interface SavedOp {
  readonly op: Op
  readonly person: string
  /** The last tablet that kept it was lost. */
  isTabletGone?: true
}

export interface SavedFile {
  readonly sha256: string
  readonly person: string
  excused?: string
}

/** The simulator's own memory of what was promised; no disaster touches it. */
export interface Ledger {
  readonly ops: Map<OpId, SavedOp>
  readonly files: Map<string, SavedFile>
  /** The op that took the place of another before it was ever offered; shown as saved or not. */
  readonly replacements: Map<OpId, OpId>
  /** Ops whose last place a disaster took: nobody can bring them back, and they are excused. */
  readonly taken: Set<OpId>
  /** Ids of all ops that a tablet was seen to have, shown as saved or not. */
  readonly made: Set<OpId>
  /** Ids of all ops that a tablet was seen to have sent. */
  readonly sent: Set<OpId>
  /** Ops that were answered as taken though their author may not write so, and why. */
  readonly foreign: Map<OpId, string>
  /** What a liar sent that must never be taken. */
  readonly forged: Set<OpId>
}

export const createLedger = (): Ledger => ({
  ops: new Map(),
  files: new Map(),
  replacements: new Map(),
  taken: new Set(),
  made: new Set(),
  sent: new Set(),
  foreign: new Map(),
  forged: new Set(),
})
