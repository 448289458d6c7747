import type { JsonValue } from '../../lib/json-value.ts'
import type { DeviceId, Hlc, OpId } from './op.ts'

/** The value that another one replaced unseen, kept as a field of its thing (SY6). */
export interface Conflict {
  readonly field: string
  readonly value: JsonValue
  readonly author: string
  readonly hlc: Hlc
  /** When the server took it, milliseconds since 1970. */
  readonly at: number
  /** The tablet it came from. Servers before the first sync centre did not note it; nor what took its place. */
  readonly device?: DeviceId | undefined
  /** The op that replaced it, and the tablet of that one. */
  readonly winner?: { readonly op: OpId; readonly device?: DeviceId | undefined } | undefined
}

const conflictPrefix = 'conflicts/'
const settledPrefix = 'settled/'

/** The field that keeps a losing value; only the server writes it. */
export const conflictField = (loser: OpId): string => conflictPrefix + loser

/** The field that says, when `true`, that a person has settled the conflict. */
export const settledField = (loser: OpId): string => settledPrefix + loser

/** The losing op that a `conflicts/…` field names. */
export const loserOfConflict = (field: string): OpId | undefined => after(conflictPrefix, field)

/** The losing op that a `settled/…` field names. */
export const loserOfSettled = (field: string): OpId | undefined => after(settledPrefix, field)

/** Reads the value of a `conflicts/…` field; undefined when it is none. */
export function readConflict(value: JsonValue | undefined): Conflict | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { field, value: lost, author, hlc, at, device, winner } = value as Record<string, JsonValue>
  if (typeof field !== 'string' || lost === undefined || typeof author !== 'string') return undefined
  if (typeof hlc !== 'number' || typeof at !== 'number') return undefined
  const conflict = { field, value: lost, author, hlc, at }
  const by = readWinner(winner)
  return { ...conflict, ...(typeof device === 'string' && { device }), ...(by && { winner: by }) }
}

function readWinner(value: JsonValue | undefined): Conflict['winner'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { op, device } = value as Record<string, JsonValue>
  if (typeof op !== 'string') return undefined
  return typeof device === 'string' ? { op, device } : { op }
}

const after = (prefix: string, field: string): string | undefined =>
  field.startsWith(prefix) ? field.slice(prefix.length) : undefined
