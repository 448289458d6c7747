import type { SyncOutcome } from './replica.ts'

export type SyncProblem = Exclude<SyncOutcome, { type: 'synced' }>

export interface ReplicaStatus {
  /** `waiting`: the last try failed, the next one comes by itself. */
  readonly phase: 'idle' | 'syncing' | 'waiting'
  readonly waitingOps: number
  /** Ops answered in this run or the last one. */
  readonly sentInThisRun: number
  /** Milliseconds since 1970; null before the first success. */
  readonly lastSuccessAt: number | null
  readonly lastProblem: SyncProblem | null
  /** As judged by well-formed answers only, never by `navigator.onLine` (SY13). */
  readonly online: 'yes' | 'no' | 'unknown'
}
