import type { JsonValue } from '../../lib/json-value.ts'
import type { Result } from '../../lib/result.ts'
import type { NewFile } from '../../sync/replica/replica-store.ts'
import type { SaveProblem } from './app.ts'

/** A tap is saved at once; typing is saved when it pauses, or at the latest when the field is left. */
export type Timing = 'now' | 'whenPaused'

export interface FieldChange {
  readonly field: string
  readonly value: JsonValue
  /** The op whose value the person saw; left out: what is stored now (SY6). */
  readonly seen?: string | null
}

/** Sets fields of the open thing in one strict transaction (SY1). */
export type SaveChanges = (
  fields: readonly FieldChange[],
  files?: readonly NewFile[],
) => Promise<Result<{ readonly ops: readonly string[] }, SaveProblem>>

export type SavingState =
  | { readonly type: 'idle' }
  | { readonly type: 'waiting' | 'saving' }
  /** On the tablet's disk; the row that says so has not been shown yet. */
  | { readonly type: 'saved'; readonly isEmpty: boolean }
  | { readonly type: 'failed'; readonly problem: SaveProblem }

/** Saves fields one by one, the newest value of each, and knows how far each has come. */
export interface FieldSaver {
  put: (field: string, value: JsonValue, timing: Timing) => void
  /** What the screen shows of a field now comes from this op; not while the person is changing it (SY6). */
  show: (field: string, op: string | null) => void
  /** Drops a value that waits, without saving it. */
  forget: (field: string) => void
  state: (field: string) => SavingState
  /** True while a value of the field is not in the database yet. */
  isDirty: (field: string) => boolean
  /** Saves what waits; resolves when all of it is saved or has failed. */
  flush: () => Promise<void>
  /** Saves again what has failed. */
  retry: () => void
  hasFailed: () => boolean
}

const pauseMs = 500
const idle: SavingState = { type: 'idle' }

export function createFieldSaver(given: {
  readonly save: SaveChanges
  readonly onChange: (field: string) => void
  /** When the save of a tap begins: at once, or after the tap is shown. */
  readonly begin?: ((save: () => void) => void) | undefined
}): FieldSaver {
  const begin = given.begin ?? (save => save())
  const waiting = new Map<string, { value: JsonValue; timer: ReturnType<typeof setTimeout> | undefined }>()
  /** Of each field, the op whose value stands on the screen, or stood there when the person began to change it. */
  const seen = new Map<string, string | null>()
  const running = new Map<string, Promise<void>>()
  const states = new Map<string, SavingState>()
  const failed = new Map<string, JsonValue>()

  function setState(field: string, state: SavingState): void {
    states.set(field, state)
    given.onChange(field)
  }

  const state = (field: string): SavingState => states.get(field) ?? idle
  const seenBy = (field: string): { readonly seen?: string | null } => {
    const op = seen.get(field)
    return op === undefined ? {} : { seen: op }
  }

  function start(field: string): Promise<void> {
    const current = running.get(field)
    // The next value of a field starts when the one before it has ended, so they land in their order.
    if (current) return current.then(() => (waiting.has(field) ? start(field) : undefined))
    const next = waiting.get(field)
    if (!next) return Promise.resolve()
    clearTimeout(next.timer)
    waiting.delete(field)
    failed.delete(field)
    // Nobody sees the difference between waiting for the save and being in it.
    if (state(field).type === 'waiting') states.set(field, { type: 'saving' })
    else setState(field, { type: 'saving' })
    const run = given.save([{ field, value: next.value, ...seenBy(field) }]).then(saved => {
      running.delete(field)
      const own = saved.ok ? saved.value.ops[0] : undefined
      if (own !== undefined) seen.set(field, own)
      if (waiting.has(field)) return
      if (!saved.ok) failed.set(field, next.value)
      if (!saved.ok) setState(field, { type: 'failed', problem: saved.error })
      // Without an op of its own the row says the same already.
      else setState(field, own === undefined ? idle : { type: 'saved', isEmpty: next.value === null })
    })
    running.set(field, run)
    return run
  }

  return {
    put(field, value, timing) {
      clearTimeout(waiting.get(field)?.timer)
      const timer = timing === 'now' ? undefined : setTimeout(() => void start(field), pauseMs)
      waiting.set(field, { value, timer })
      states.set(field, { type: 'waiting' })
      if (timing === 'now') begin(() => void start(field))
    },
    show(field, op) {
      seen.set(field, op)
      // From here on the row tells where the value is.
      states.delete(field)
    },
    forget(field) {
      clearTimeout(waiting.get(field)?.timer)
      waiting.delete(field)
      states.set(field, idle)
    },
    state,
    isDirty: field => waiting.has(field) || running.has(field) || failed.has(field),
    hasFailed: () => failed.size > 0,
    retry() {
      for (const [field, value] of Array.from(failed)) {
        waiting.set(field, { value, timer: undefined })
        void start(field)
      }
    },
    async flush() {
      await Promise.all([...waiting.keys()].map(start))
      await Promise.all(running.values())
    },
  }
}
