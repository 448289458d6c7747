import type { JsonValue } from '../../../lib/json-value.ts'
import type { Result } from '../../../lib/result.ts'
import type { SaveProblem } from '../../context/app.ts'

export interface FieldChange {
  readonly field: string
  readonly value: JsonValue
  /** The op whose value the person saw; null when there was none (SY6). */
  readonly seen: string | null
}

export type SaveFields = (
  changes: readonly FieldChange[],
) => Promise<Result<{ readonly ops: readonly string[] }, SaveProblem>>

export type SavingState =
  { readonly type: 'idle' | 'saving' | 'saved' } | { readonly type: 'failed'; readonly problem: SaveProblem }

/** A stored field as the screen has it. */
interface Shown {
  readonly value: JsonValue
  readonly op: string | null
}

/** Keeps what is typed on the screen and saves it, field by field, in the order it was typed. */
export interface Autosave {
  /** Text waits until typing pauses, the rest is saved at once. */
  put: (field: string, value: JsonValue, seen: Shown, timing: 'now' | 'whenTypingPauses') => void
  /** What the screen shows: the person's own value until the row has it or says something newer. */
  shown: (field: string, row: Shown) => JsonValue
  /** `saved` only after every transaction has resolved (SY1). */
  state: () => SavingState
  /** Saves what waits; resolves when it is saved or has failed. */
  flush: () => Promise<void>
  retry: () => Promise<void>
}

interface Own {
  value: JsonValue
  /** What the next save has seen. */
  seen: string | null
  /** The row's op until the row shows what was saved. */
  stale: string | null
  timer: ReturnType<typeof setTimeout> | undefined
  stage: 'waiting' | 'saving' | 'failed' | 'stored'
  problem: SaveProblem | undefined
}

const pauseMs = 500

export function createAutosave(save: SaveFields, onChange: () => void): Autosave {
  const own = new Map<string, Own>()
  const running = new Map<string, Promise<void>>()
  let hasSaved = false

  async function run(field: string): Promise<void> {
    for (let next = own.get(field); next?.stage === 'waiting'; next = own.get(field)) {
      clearTimeout(next.timer)
      const { value, seen } = next
      next.stage = 'saving'
      next.stale = seen
      onChange()
      // The values of one field land in their order, so each waits for the one before.
      // oxlint-disable-next-line no-await-in-loop
      const saved = await save([{ field, value, seen }])
      if (saved.ok) {
        hasSaved = true
        // Without an op the row says the same already.
        next.seen = saved.value.ops[0] ?? next.seen
      }
      // While it was saved the person may have gone on typing: that is saved next.
      if (next.value !== value) next.stage = 'waiting'
      else if (saved.ok) next.stage = 'stored'
      else Object.assign(next, { stage: 'failed', problem: saved.error })
      onChange()
    }
  }

  function start(field: string): Promise<void> {
    const known = running.get(field)
    if (known) return known
    const started = run(field).finally(() => running.delete(field))
    running.set(field, started)
    return started
  }

  return {
    put(field, value, row, timing) {
      const before = own.get(field)
      clearTimeout(before?.timer)
      const next: Own = before ?? {
        value,
        seen: row.op,
        stale: row.op,
        timer: undefined,
        stage: 'waiting',
        problem: undefined,
      }
      // Nothing of the person's waits: what stands on the screen now is what they have seen.
      if (next.stage === 'stored' && row.op !== next.stale) next.seen = row.op
      next.value = value
      if (next.stage !== 'saving') next.stage = 'waiting'
      own.set(field, next)
      if (timing === 'now') void start(field)
      else next.timer = setTimeout(() => void start(field), pauseMs)
      onChange()
    },
    shown(field, row) {
      const mine = own.get(field)
      if (!mine) return row.value
      return mine.stage === 'stored' && row.op !== mine.stale ? row.value : mine.value
    },
    state() {
      const all = [...own.values()]
      const problem = all.find(({ stage }) => stage === 'failed')?.problem
      if (problem) return { type: 'failed', problem }
      if (all.some(({ stage }) => stage === 'waiting' || stage === 'saving')) return { type: 'saving' }
      return { type: hasSaved ? 'saved' : 'idle' }
    },
    async flush() {
      const waiting = [...own].filter(([, { stage }]) => stage === 'waiting').map(([field]) => field)
      await Promise.all([...waiting.map(start), ...running.values()])
    },
    async retry() {
      for (const mine of own.values()) if (mine.stage === 'failed') mine.stage = 'waiting'
      await this.flush()
    },
  }
}
