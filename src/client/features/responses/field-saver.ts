import type { JsonValue } from '../../../lib/json-value.ts'
import type { Result } from '../../../lib/result.ts'
import type { NewFile } from '../../../sync/replica/replica-store.ts'
import type { SaveProblem } from '../../database/save-problem.ts'
import type { Timing } from './filling.ts'

/** Sets fields of the open response in one strict transaction (SY1). */
export type SaveChanges = (
  fields: readonly { readonly field: string; readonly value: JsonValue }[],
  files?: readonly NewFile[],
) => Promise<Result<unknown, SaveProblem>>

export type SavingState =
  | { readonly type: 'idle' }
  | { readonly type: 'waiting' | 'saving' | 'saved' }
  | { readonly type: 'failed'; readonly problem: SaveProblem }

/** Saves fields one by one, the newest value of each, and knows how far each has come. */
export interface FieldSaver {
  put: (field: string, value: JsonValue, timing: Timing) => void
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
}): FieldSaver {
  const waiting = new Map<string, { value: JsonValue; timer: ReturnType<typeof setTimeout> | undefined }>()
  const running = new Map<string, Promise<void>>()
  const states = new Map<string, SavingState>()
  const failed = new Map<string, JsonValue>()

  function setState(field: string, state: SavingState): void {
    states.set(field, state)
    given.onChange(field)
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
    setState(field, { type: 'saving' })
    const run = given.save([{ field, value: next.value }]).then(saved => {
      running.delete(field)
      if (waiting.has(field)) return
      if (!saved.ok) failed.set(field, next.value)
      setState(field, saved.ok ? { type: 'saved' } : { type: 'failed', problem: saved.error })
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
      if (timing === 'now') void start(field)
    },
    forget(field) {
      clearTimeout(waiting.get(field)?.timer)
      waiting.delete(field)
      states.set(field, idle)
    },
    state: field => states.get(field) ?? idle,
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
