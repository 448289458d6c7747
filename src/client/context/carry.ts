import type { Result } from '../../lib/result.ts'
import type { OpenFileProblem } from '../../sync/protocol/carried/open-bundle.ts'
import type { Summary } from '../../sync/protocol/carried/summary.ts'
import type { CarriedRecord } from '../database/carried-database.ts'
import type { TakenIn } from '../database/carried-store.ts'
import type { SaveProblem } from '../database/save-problem.ts'
import type { Watchable } from './app.ts'

export type { CarriedRecord, Summary, TakenIn }

/** A file made of unsent work, and the words that open it. */
export interface PackedWork {
  readonly file: File
  readonly words: string
  readonly changes: number
  readonly files: number
}

/** Of the file made last, in case the words were not written down. */
export interface PackedNote {
  readonly name: string
  readonly words: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What a file holds, told before anything is kept. */
export interface CarriedPreview {
  readonly summary: Summary
  /** What of it is undamaged. */
  readonly changes: number
  readonly files: number
  readonly isWhole: boolean
  /** Keeps it on this tablet until the server has it. */
  readonly takeIn: () => Promise<Result<TakenIn, SaveProblem>>
}

/** `empty`: opened, but nothing in it is undamaged. */
export type OpenCarriedProblem = OpenFileProblem | 'empty'

/** Unsent work on its way without a network (SY16). */
export interface Carry {
  /** Changes and files that only this tablet has. */
  countUnsent: () => Promise<{ readonly changes: number; readonly files: number }>
  /** Undefined when there is nothing to take along. Nothing leaves the outbox by it (SY10). */
  pack: (onProgress: (share: number) => void) => Promise<PackedWork | undefined>
  lastPacked: () => Promise<PackedNote | undefined>
  open: (
    file: File,
    words: string,
    onProgress: (share: number) => void,
  ) => Promise<Result<CarriedPreview, OpenCarriedProblem>>
  /** What this tablet carries or has carried, the newest first. */
  watchCarried: () => Watchable<readonly CarriedRecord[]>
  /** Sends what waits, if the server can be reached. */
  deliver: () => Promise<void>
}
