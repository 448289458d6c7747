import type { JsonValue } from '../../../lib/json-value.ts'
import type { App } from '../../context/app.ts'

export interface ProgrammeChange {
  /** Of which programme; the one on the screen unless given. */
  readonly thing?: string
  readonly field: string
  readonly value: JsonValue
}

/** Saves fields of programmes in one transaction (SY1). */
export type SaveProgramme = (changes: readonly ProgrammeChange[]) => ReturnType<App['save']>
