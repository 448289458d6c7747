import type { JsonValue } from '../../../lib/json-value.ts'
import type { App } from '../../context/app.ts'

/** Saves fields of the programme in one transaction (SY1). */
export type SaveProgramme = (
  changes: readonly { readonly field: string; readonly value: JsonValue }[],
) => ReturnType<App['save']>
