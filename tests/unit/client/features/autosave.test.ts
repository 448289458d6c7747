import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { err, ok } from '../../../../src/lib/result.ts'
import {
  createAutosave,
  type FieldChange,
  type SaveFields,
} from '../../../../src/client/features/audit-plan/autosave.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const empty = { value: null, op: null }

function aSlowStore() {
  const asked: FieldChange[] = []
  const answers: (() => void)[] = []
  let isFull = false
  const save: SaveFields = async changes => {
    asked.push(...changes)
    const at = asked.length
    await new Promise<void>(resolve => answers.push(resolve))
    return isFull ? err({ type: 'quotaExceeded' }) : ok({ ops: [`op${at}`] })
  }
  const answer = async () => {
    answers.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { save, asked, answer, fill: (full: boolean) => (isFull = full) }
}

describe('autosave', () => {
  test('SY1 nothing is called saved before its transaction has resolved', async () => {
    const store = aSlowStore()
    const saver = createAutosave(store.save, () => undefined)
    saver.put('from', '2017-10-16', empty, 'now')
    await vi.advanceTimersByTimeAsync(1000)
    expect(saver.state().type).toBe('saving')
    await store.answer()
    expect(saver.state().type).toBe('saved')
  })

  test('what is typed waits for a pause and is saved once', async () => {
    const store = aSlowStore()
    const saver = createAutosave(store.save, () => undefined)
    for (const text of ['B', 'Bộ', 'Bộ phận']) saver.put('text/scope', text, empty, 'whenTypingPauses')
    expect(store.asked).toEqual([])
    await vi.advanceTimersByTimeAsync(600)
    expect(store.asked.map(({ value }) => value)).toEqual(['Bộ phận'])
  })

  test('what is typed while a save runs is saved after it, on top of it (SY6)', async () => {
    const store = aSlowStore()
    const saver = createAutosave(store.save, () => undefined)
    saver.put('text/scope', 'one', empty, 'now')
    saver.put('text/scope', 'two', empty, 'now')
    await store.answer()
    await store.answer()
    expect(store.asked).toEqual([
      { field: 'text/scope', value: 'one', seen: null },
      { field: 'text/scope', value: 'two', seen: 'op1' },
    ])
    expect(saver.state().type).toBe('saved')
  })

  test('the screen keeps what was typed until the row has it, and shows what is newer after that', async () => {
    const store = aSlowStore()
    const saver = createAutosave(store.save, () => undefined)
    const old = { value: 'old', op: 'op0' }
    saver.put('text/scope', 'mine', old, 'now')
    expect(saver.shown('text/scope', old)).toBe('mine')
    await store.answer()
    expect(saver.shown('text/scope', old)).toBe('mine')
    expect(saver.shown('text/scope', { value: 'mine', op: 'op1' })).toBe('mine')
    expect(saver.shown('text/scope', { value: 'theirs', op: 'x9' })).toBe('theirs')
  })

  test('an edit of what somebody else has written since names their version as seen', async () => {
    const store = aSlowStore()
    const saver = createAutosave(store.save, () => undefined)
    saver.put('text/scope', 'mine', empty, 'now')
    await store.answer()
    saver.put('text/scope', 'both', { value: 'theirs', op: 'x9' }, 'now')
    expect(store.asked.at(-1)).toEqual({ field: 'text/scope', value: 'both', seen: 'x9' })
  })

  test('SY1 what could not be saved stays on the screen, is told, and is saved when asked again', async () => {
    const store = aSlowStore()
    const saver = createAutosave(store.save, () => undefined)
    store.fill(true)
    saver.put('to', '2017-10-17', empty, 'now')
    await store.answer()
    expect(saver.state()).toEqual({ type: 'failed', problem: { type: 'quotaExceeded' } })
    expect(saver.shown('to', empty)).toBe('2017-10-17')
    store.fill(false)
    const again = saver.retry()
    await store.answer()
    await again
    expect(saver.state().type).toBe('saved')
  })

  test('leaving the page saves what still waits', async () => {
    const store = aSlowStore()
    const saver = createAutosave(store.save, () => undefined)
    saver.put('text/place', 'Hội trường', empty, 'whenTypingPauses')
    const left = saver.flush()
    await store.answer()
    await left
    expect(store.asked.map(({ value }) => value)).toEqual(['Hội trường'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(store.asked).toHaveLength(1)
  })
})
