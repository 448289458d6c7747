import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFieldSaver, type SaveChanges } from '../../../../src/client/context/field-saver.ts'

type Outcome = Awaited<ReturnType<SaveChanges>>

/** A store whose saves end when the test says so. */
function aSlowStore(begin?: (save: () => void) => void) {
  const calls: { fields: Parameters<SaveChanges>[0]; end: (outcome?: Outcome) => Promise<void> }[] = []
  const save: SaveChanges = fields =>
    new Promise(resolve => {
      const op = `op${calls.length + 1}`
      calls.push({
        fields,
        end: async (outcome = { ok: true, value: { ops: [op] } }) => {
          resolve(outcome)
          await vi.advanceTimersByTimeAsync(0)
        },
      })
    })
  const changed: string[] = []
  const saver = createFieldSaver({ save, begin, onChange: field => changed.push(field) })
  return { saver, calls, changed, values: () => calls.map(({ fields }) => fields[0]?.value) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('SY1 a field', () => {
  test('is "saved" only after the save has resolved', async () => {
    const { saver, calls } = aSlowStore()
    saver.put('answers/a', 1, 'now')
    expect(saver.state('answers/a').type).toBe('saving')
    await calls[0]?.end()
    expect(saver.state('answers/a').type).toBe('saved')
  })

  test('that could not be saved says so, keeps its value, and is saved when tried again', async () => {
    const { saver, calls, values } = aSlowStore()
    saver.put('answers/a', 'x', 'now')
    await calls[0]?.end({ ok: false, error: { type: 'quotaExceeded' } })
    expect(saver.state('answers/a')).toEqual({ type: 'failed', problem: { type: 'quotaExceeded' } })
    expect(saver.hasFailed()).toBe(true)
    expect(saver.isDirty('answers/a')).toBe(true)
    saver.retry()
    await calls[1]?.end()
    expect(values()).toEqual(['x', 'x'])
    expect(saver.state('answers/a').type).toBe('saved')
    expect(saver.hasFailed()).toBe(false)
  })

  test('whose value is there already has nothing to say of its own', async () => {
    const { saver, calls } = aSlowStore()
    saver.put('answers/a', 1, 'now')
    await calls[0]?.end({ ok: true, value: { ops: [] } })
    expect(saver.state('answers/a').type).toBe('idle')
  })

  test('typed in pieces is saved once typing pauses, with its last value', async () => {
    const { saver, values } = aSlowStore()
    for (const text of ['N', 'Ng', 'Nga']) saver.put('notes/a', text, 'whenPaused')
    expect(values()).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    expect(values()).toEqual(['Nga'])
  })

  test('changed while it is being saved is saved again after that, in its order', async () => {
    const { saver, calls, values } = aSlowStore()
    saver.put('answers/a', 1, 'now')
    saver.put('answers/a', 2, 'now')
    expect(values()).toEqual([1])
    expect(saver.state('answers/a').type).not.toBe('saved')
    await calls[0]?.end()
    expect(values()).toEqual([1, 2])
    expect(saver.state('answers/a').type).toBe('saving')
    await calls[1]?.end()
    expect(saver.state('answers/a').type).toBe('saved')
  })

  test('that waits is saved at once when the page is left', async () => {
    const { saver, calls, values } = aSlowStore()
    saver.put('notes/a', 'x', 'whenPaused')
    let isDone = false
    const flushed = saver.flush().then(() => {
      isDone = true
    })
    expect(values()).toEqual(['x'])
    expect(isDone).toBe(false)
    await calls[0]?.end()
    await flushed
    expect(isDone).toBe(true)
  })
})

describe('SY1 a tap whose save begins after it is shown', () => {
  function aTap() {
    const later: (() => void)[] = []
    const store = aSlowStore(save => later.push(save))
    store.saver.put('answers/a', 1, 'now')
    return { ...store, show: () => later.splice(0).forEach(save => save()) }
  }

  test('counts as not saved meanwhile, and is saved then', async () => {
    const { saver, calls, values, show } = aTap()
    expect(values()).toEqual([])
    expect(saver.state('answers/a').type).toBe('waiting')
    expect(saver.isDirty('answers/a')).toBe(true)
    show()
    expect(values()).toEqual([1])
    await calls[0]?.end()
    expect(saver.state('answers/a').type).toBe('saved')
  })

  test('is saved at once when the page is left, and once', async () => {
    const { saver, calls, values, show } = aTap()
    const flushed = saver.flush()
    show()
    expect(values()).toEqual([1])
    await calls[0]?.end()
    await flushed
    expect(values()).toEqual([1])
  })

  test('and another tap before that is saved once, with its last value', () => {
    const { saver, values, show } = aTap()
    saver.put('answers/a', 2, 'now')
    show()
    expect(values()).toEqual([2])
  })
})

describe('SY6 an edit names the version that the person saw', () => {
  test('also when a pull has put another below it meanwhile', async () => {
    const { saver, calls } = aSlowStore()
    saver.show('answers/a', 'theirs1')
    saver.put('answers/a', 1, 'whenPaused')
    await vi.advanceTimersByTimeAsync(1000)
    expect(calls[0]?.fields[0]?.seen).toBe('theirs1')
  })

  test('and after saving it is the own one, so that nobody clashes with themselves', async () => {
    const { saver, calls } = aSlowStore()
    saver.show('answers/a', null)
    saver.put('answers/a', 1, 'now')
    await calls[0]?.end()
    saver.put('answers/a', 2, 'now')
    expect(calls.map(({ fields }) => fields[0]?.seen)).toEqual([null, 'op1'])
  })
})
