import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SendResult } from '../../../../src/client/network/file-link.ts'
import {
  createOriginalsPolicy,
  type OriginalsSetting,
} from '../../../../src/client/network/originals-policy.ts'
import { createSyncRunner, type SyncRunner } from '../../../../src/client/network/sync-runner.ts'
import type { LinkResult } from '../../../../src/sync/replica/server-link.ts'
import { aChange, aReplica, yes } from '../../sync/replica/a-replica.ts'

/** One lock for all tabs of a test, as the browser has it. */
function someLocks() {
  const taken = new Set<string>()
  const request = async (name: string, _: unknown, work: (lock: object | null) => Promise<unknown>) => {
    if (taken.has(name)) return work(null)
    taken.add(name)
    try {
      return await work({})
    } finally {
      taken.delete(name)
    }
  }
  return { locks: { request: request as LockManager['request'] }, taken }
}

/** Tabs that hear each other, but not themselves. */
function someChannels() {
  const tabs: ((event: MessageEvent) => void)[] = []
  return () => {
    let own: ((event: MessageEvent) => void) | undefined
    return {
      postMessage: (data: unknown) => {
        for (const hear of tabs) if (hear !== own) hear({ data } as MessageEvent)
      },
      addEventListener: (_: string, hear: (event: MessageEvent) => void) => {
        own = hear
        tabs.push(hear)
      },
      removeEventListener: () => undefined,
    }
  }
}

interface Tab {
  readonly answer?: () => LinkResult
  readonly send?: (sha256: string) => SendResult
  readonly files?: readonly string[]
  readonly setting?: OriginalsSetting
  readonly connection?: ReturnType<typeof aConnection>
}

/** What the browser tells of the network. */
function aConnection(type?: string) {
  let tell = (): void => undefined
  const port = {
    type,
    addEventListener: (_: 'change', listener: () => void) => void (tell = listener),
    removeEventListener: () => undefined,
  }
  return {
    port,
    become(next: string) {
      port.type = next
      tell()
    },
  }
}

function aTab(
  {
    answer,
    send = () => ({ type: 'sent', storedAt: null }),
    files = [],
    setting = 'always',
    connection = aConnection(),
  }: Tab = {},
  world = aWorld(),
) {
  const log: string[] = []
  let isVisible = true
  let wake = (): void => undefined
  const { replica, store } = aReplica(request => {
    log.push(`ops ${request.ops.length}`)
    return answer?.() ?? yes(request)
  })
  const unsent = [...files]
  const originals = createOriginalsPolicy({
    connection: connection.port,
    notes: { readNote: () => Promise.resolve(setting), writeNote: () => Promise.resolve() },
  })
  const notes = new Map<string, unknown>()
  const runner: SyncRunner = createSyncRunner({
    person: 'lan',
    replica,
    outbox: {
      listUnsentFiles: () =>
        Promise.resolve(
          unsent.map(sha256 => ({
            sha256,
            type: 'image/jpeg',
            size: sha256.startsWith('large') ? 300_000 : 10,
            isThumb: sha256.startsWith('thumb'),
          })),
        ),
      readFile: sha256 => Promise.resolve(sha256.startsWith('lost') ? undefined : new Blob(['x'])),
      hasFile: sha256 => Promise.resolve(unsent.includes(sha256)),
      markFileSent(sha256) {
        unsent.splice(unsent.indexOf(sha256), 1)
        return Promise.resolve()
      },
      readNote: name => Promise.resolve(notes.get(name)),
      writeNote(name, at) {
        notes.set(name, at)
        return Promise.resolve()
      },
    },
    files: {
      send({ sha256 }) {
        log.push(`file ${sha256}`)
        return Promise.resolve(send(sha256))
      },
    },
    originals,
    locks: world.locks,
    channel: world.channel() as unknown as BroadcastChannel,
    signals: {
      isVisible: () => isVisible,
      onWake(listener) {
        wake = listener
        return () => undefined
      },
    },
    clock: Date.now,
    random: () => 0.5,
  })
  runners.push(runner)
  return {
    runner,
    originals,
    store,
    log,
    notes,
    wake: () => wake(),
    show: (is: boolean) => (isVisible = is),
    takeAway: (sha256: string) => unsent.splice(unsent.indexOf(sha256), 1),
  }
}

const runners: SyncRunner[] = []
function aWorld() {
  const { locks, taken } = someLocks()
  return { locks, taken, channel: someChannels() }
}
const settle = () => vi.advanceTimersByTimeAsync(10)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const runner of runners.splice(0)) runner.stop()
  vi.useRealTimers()
})

test('SY13 it syncs when the app opens, and once a minute while it is seen', async () => {
  const { runner, log, show } = aTab()
  runner.start()
  await settle()
  expect(log).toEqual(['ops 0'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(log).toHaveLength(2)
  show(false)
  await vi.advanceTimersByTimeAsync(300_000)
  expect(log).toHaveLength(2)
})

test('SY13 it syncs when the page wakes up, and a second after a save', async () => {
  const { runner, store, log, wake } = aTab()
  runner.start()
  await settle()
  wake()
  await settle()
  expect(log).toHaveLength(2)
  for (const field of ['a', 'b', 'c']) {
    await store.save([aChange(field, 1)])
    runner.noteSaved()
    await vi.advanceTimersByTimeAsync(300)
  }
  expect(log).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(500)
  expect(log).toEqual(['ops 0', 'ops 0', 'ops 3'])
  expect(runner.status()).toMatchObject({
    waitingOps: 0,
    opsSent: 3,
    opsTotal: 3,
    phase: 'idle',
    problem: null,
  })
})

test('SY1 what was just saved waits from that moment on, and a tablet just opened promises nothing yet', async () => {
  const { runner, store } = aTab()
  expect(runner.status()).toMatchObject({ waitingOps: 0, isCounted: false })
  runner.start()
  await settle()
  expect(runner.status()).toMatchObject({ waitingOps: 0, isCounted: true })
  const seen: number[] = []
  runner.subscribe(() => seen.push(runner.status().waitingOps))
  await store.save([aChange('a', 1)])
  runner.noteSaved()
  expect(runner.status().waitingOps).toBe(1)
  await vi.advanceTimersByTimeAsync(900)
  expect(seen).not.toContain(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(runner.status().waitingOps).toBe(0)
})

test('a save that left nothing to send is forgotten when that has been counted', async () => {
  const { runner } = aTab()
  runner.start()
  await settle()
  runner.noteSaved()
  expect(runner.status().waitingOps).toBe(1)
  await settle()
  expect(runner.status().waitingOps).toBe(0)
})

test('SY12 text goes before photos, also text saved while photos are on the way', async () => {
  const { runner, store, log } = aTab({
    files: ['thumb1', 'photo1'],
    send(sha256) {
      if (sha256 === 'thumb1') void store.save([aChange('late', 1)])
      return { type: 'sent', storedAt: null }
    },
  })
  await store.save([aChange('early', 1)])
  runner.start()
  await settle()
  expect(log).toEqual(['ops 1', 'file thumb1', 'ops 1', 'file photo1'])
  expect(runner.status()).toMatchObject({ filesSent: 2, waitingFiles: 0, waitingOps: 0 })
})

test('a photo that is taken off the tablet while it is sent was not refused', async () => {
  const { runner, log, takeAway } = aTab({
    files: ['going', 'good'],
    send(sha256) {
      if (sha256 !== 'going') return { type: 'sent', storedAt: null }
      takeAway(sha256)
      return { type: 'fileRefused', error: 'bytesMissing' }
    },
  })
  runner.start()
  await settle()
  expect(log).toEqual(['ops 0', 'file going', 'file good'])
  expect(runner.status()).toMatchObject({ phase: 'idle', problem: null, waitingFiles: 0 })
  expect(runner.status().refusedFiles.size).toBe(0)
})

test('SY12 a photo the server refuses stays, and does not stop the others', async () => {
  const { runner, log } = aTab({
    files: ['bad', 'lost1', 'good'],
    send: sha256 =>
      sha256 === 'bad' ? { type: 'fileRefused', error: 'notAnImage' } : { type: 'sent', storedAt: null },
  })
  runner.start()
  await settle()
  expect(log).toEqual(['ops 0', 'file bad', 'file good'])
  expect(runner.status()).toMatchObject({
    phase: 'idle',
    problem: { type: 'fileRefused' },
    waitingFiles: 2,
    filesSent: 1,
  })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(log.slice(3)).toEqual(['ops 0'])
  await runner.syncNow()
  expect(log.slice(4)).toEqual(['ops 0', 'file bad'])
})

test('SY12 when the line goes while a photo is on its way, the photo waits', async () => {
  const { runner } = aTab({ files: ['a', 'b'], send: () => ({ type: 'unreachable' }) })
  runner.start()
  await settle()
  expect(runner.status()).toMatchObject({
    phase: 'waiting',
    problem: { type: 'unreachable' },
    waitingFiles: 2,
  })
})

describe('SY13 after a failure', () => {
  test('it waits longer and longer, with jitter', async () => {
    const { runner, log } = aTab({ answer: () => ({ type: 'unreachable' }) })
    runner.start()
    await settle()
    const waits: number[] = []
    for (let before = Date.now(); waits.length < 4; before = Date.now()) {
      const count = log.length
      while (log.length === count) await vi.advanceTimersByTimeAsync(50)
      waits.push(Math.round((Date.now() - before) / 1000))
    }
    expect(waits).toEqual([1, 2, 4, 8])
    expect(runner.status()).toMatchObject({
      phase: 'waiting',
      problem: { type: 'unreachable' },
      online: 'no',
    })
  })

  test('saving does not knock at every tap', async () => {
    const { runner, store, log } = aTab({ answer: () => ({ type: 'busy', retryAfterMs: 20_000 }) })
    runner.start()
    await settle()
    for (let n = 0; n < 10; n++) {
      await store.save([aChange(`f${n}`, n)])
      runner.noteSaved()
      await vi.advanceTimersByTimeAsync(1_500)
    }
    expect(log).toHaveLength(1)
    expect(runner.status()).toMatchObject({ waitingOps: 10, problem: { type: 'busy' } })
    await vi.advanceTimersByTimeAsync(6_000)
    expect(log).toHaveLength(2)
  })

  test('waking up tries at once, and success clears the problem', async () => {
    let isUp = false
    const { runner, wake } = aTab({ answer: () => (isUp ? (undefined as never) : { type: 'notOurServer' }) })
    runner.start()
    await settle()
    expect(runner.status().problem).toEqual({ type: 'notOurServer' })
    isUp = true
    wake()
    await settle()
    expect(runner.status()).toMatchObject({ phase: 'idle', problem: null, online: 'yes' })
  })
})

test('SY13 one tab syncs; the others hear how it went', async () => {
  const world = aWorld()
  const first = aTab({}, world)
  const second = aTab({}, world)
  world.taken.add('isoxa-sync-lan')
  first.runner.start()
  second.runner.start()
  await settle()
  expect([...first.log, ...second.log]).toEqual([])
  world.taken.clear()
  await first.runner.syncNow()
  await settle()
  expect(first.log).toEqual(['ops 0'])
  expect(second.log).toEqual([])
  expect(second.runner.status()).toMatchObject({
    online: 'yes',
    lastSuccessAt: first.runner.status().lastSuccessAt,
  })
})

test('the last success is remembered over a restart', async () => {
  const { runner, notes } = aTab({ answer: () => ({ type: 'unreachable' }) })
  notes.set('lastSuccessAt', 1234)
  runner.start()
  await settle()
  expect(runner.status().lastSuccessAt).toBe(1234)
})

test('after stop nothing is asked any more', async () => {
  const { runner, log, wake } = aTab()
  runner.start()
  await settle()
  runner.stop()
  wake()
  await runner.syncNow()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(log).toHaveLength(1)
})

test('SY12 originals that wait for Wi-Fi stay on mobile data, thumbnails and small files go, and Wi-Fi lets all go', async () => {
  const connection = aConnection('cellular')
  const files = ['thumb1', 'small', 'large1', 'large2']
  const { runner, log } = aTab({ files, setting: 'onWifi', connection })
  runner.start()
  await settle()
  expect(log).toEqual(['ops 0', 'file thumb1', 'file small'])
  expect(runner.status()).toMatchObject({ phase: 'idle', problem: null, waitingFiles: 2 })
  expect([...runner.status().waitingForWifi]).toEqual(['large1', 'large2'])
  connection.become('wifi')
  await settle()
  expect(log.slice(3)).toEqual(['ops 0', 'file large1', 'file large2'])
  expect(runner.status()).toMatchObject({ waitingFiles: 0 })
  expect(runner.status().waitingForWifi.size).toBe(0)
})

test('SY12 where the browser does not tell, originals go when the person says so, that once', async () => {
  const files = ['large1']
  const tab = aTab({ files, setting: 'onWifi' })
  tab.runner.start()
  await settle()
  expect(tab.log).toEqual(['ops 0'])
  tab.originals.allowOnce()
  await tab.runner.syncNow()
  expect(tab.log).toEqual(['ops 0', 'ops 0', 'file large1'])
  expect(tab.originals.mayGo()).toBe(false)
})

test('SY12 a file that the server would not take is named with the reason, and how far the others are is told', async () => {
  const seen: unknown[] = []
  const send = (sha256: string): SendResult =>
    sha256 === 'bad' ? { type: 'fileRefused', error: 'notAnImage' } : { type: 'sent', storedAt: null }
  const { runner } = aTab({ files: ['bad', 'good'], send })
  runner.subscribe(() => seen.push(runner.status().sending?.sha256 ?? null))
  runner.start()
  await settle()
  expect([...runner.status().refusedFiles]).toEqual([['bad', 'notAnImage']])
  expect(runner.status()).toMatchObject({ waitingFiles: 1, sending: null, problem: { type: 'fileRefused' } })
})
