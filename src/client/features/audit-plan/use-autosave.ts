import { useEffect, useMemo, useReducer } from 'react'
import type { JsonValue } from '../../../lib/json-value.ts'
import type { Row } from '../../../sync/replica/row.ts'
import { useApp } from '../../context/app-context.tsx'
import { createAutosave, type SavingState } from './autosave.ts'

/** Fields of one thing as they stand on the screen. */
export interface Fields {
  value: (field: string) => JsonValue
  text: (field: string) => string
  /** Chosen: saved at once. */
  set: (field: string, value: JsonValue) => void
  /** Typed: saved when typing pauses, or the page is left. */
  type: (field: string, text: string) => void
  readonly saving: SavingState
  flush: () => Promise<void>
  retry: () => Promise<void>
}

interface Place {
  readonly feed: string
  readonly type: string
  readonly thing: string
}

/** Every field saves itself; what was typed is saved too when the page is hidden, left or closed. */
export function useAutosave({ feed, type, thing }: Place, rows: readonly Row[] | undefined): Fields {
  const app = useApp()
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const saver = useMemo(
    () =>
      createAutosave(
        changes => app.save(changes.map(change => ({ feed, type, thing, ...change }))),
        () => draw(),
      ),
    [app, feed, type, thing],
  )
  useEffect(() => {
    const flush = () => void saver.flush()
    document.addEventListener('visibilitychange', flush)
    globalThis.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      globalThis.removeEventListener('pagehide', flush)
      flush()
    }
  }, [saver])
  const byField = useMemo(() => new Map(rows?.map(row => [row.field, row])), [rows])
  const rowOf = (field: string) => {
    const row = byField.get(field)
    return { value: row?.value ?? null, op: row?.op ?? null }
  }
  const value = (field: string) => saver.shown(field, rowOf(field))
  return {
    value,
    text: field => {
      const shown = value(field)
      return typeof shown === 'string' ? shown : ''
    },
    set: (field, next) => saver.put(field, next, rowOf(field), 'now'),
    type: (field, text) => saver.put(field, text, rowOf(field), 'whenTypingPauses'),
    saving: saver.state(),
    flush: () => saver.flush(),
    retry: () => saver.retry(),
  }
}
