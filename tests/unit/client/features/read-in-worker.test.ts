import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readInWorker } from '../../../../src/client/features/forms/read-in-worker.ts'

/** A worker that is given a file and never answers. */
class SilentWorker extends EventTarget {
  static readonly made: SilentWorker[] = []
  isEnded = false
  readonly given: unknown[] = []
  constructor() {
    super()
    SilentWorker.made.push(this)
  }
  postMessage(message: unknown): void {
    this.given.push(message)
  }
  terminate(): void {
    this.isEnded = true
  }
}

const file = (bytes: number): File => new File([new Uint8Array(bytes)], 'mau.xlsx')
const mustHaveWorker = async (): Promise<SilentWorker> =>
  await vi.waitUntil(() => SilentWorker.made.find(worker => worker.given.length > 0))

beforeEach(() => {
  vi.stubGlobal('Worker', SilentWorker)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  SilentWorker.made.length = 0
})

test('a file that takes longer than 20 seconds is given up, and its worker ended', async () => {
  let isRead = false
  const reading = readInWorker(file(10)).finally(() => (isRead = true))
  const worker = await mustHaveWorker()
  await vi.advanceTimersByTimeAsync(19_000)
  expect(isRead).toBe(false)
  expect(worker.isEnded).toBe(false)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await reading).toEqual({ type: 'notRead', problem: { type: 'tooSlow' } })
  expect(worker.isEnded).toBe(true)
})

test('what the worker answers in time counts, and its worker ends too', async () => {
  const reading = readInWorker(file(10))
  const worker = await mustHaveWorker()
  const answer = { type: 'read', errors: [], warnings: [] }
  worker.dispatchEvent(new MessageEvent('message', { data: answer }))
  expect(await reading).toEqual(answer)
  expect(worker.isEnded).toBe(true)
})

test('a worker that dies of the file is told as one that could not be opened', async () => {
  const reading = readInWorker(file(10))
  const worker = await mustHaveWorker()
  worker.dispatchEvent(new Event('error'))
  expect(await reading).toEqual({ type: 'notRead', problem: { type: 'failed' } })
})

test('a file over 5 MB reaches no worker', async () => {
  expect(await readInWorker(file(5 * 1024 * 1024 + 1))).toEqual({
    type: 'notRead',
    problem: { type: 'tooLarge', maxBytes: 5 * 1024 * 1024 },
  })
  expect(SilentWorker.made).toEqual([])
})
