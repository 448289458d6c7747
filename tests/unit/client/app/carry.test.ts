import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deliverCarried } from '../../../../src/client/app/carry/deliver-carried.ts'
import { packWork } from '../../../../src/client/app/carry/pack-work.ts'
import { createCarriedDatabase } from '../../../../src/client/database/carried-database.ts'
import { createCarriedStore } from '../../../../src/client/database/carried-store.ts'
import { findDeviceKey } from '../../../../src/client/database/device-key.ts'
import type { Brought } from '../../../../src/client/network/carried-link.ts'
import type { SendResult } from '../../../../src/client/network/file-link.ts'
import { openBundle } from '../../../../src/sync/protocol/carried/open-bundle.ts'
import { readItem, scanBundle } from '../../../../src/sync/protocol/carried/scan-bundle.ts'
import { toSign, type Statement } from '../../../../src/sync/protocol/carried/statement.ts'
import { aBundle, aSigner, random, someItems, sourceOf, subtle, words } from '../../../support/a-bundle.ts'
import { aChange, aDisk, aFile, aPersonStore } from '../database/a-person-store.ts'

const person = { id: 'lan', name: 'Lan', username: 'lan' }

async function packAll(opened: Awaited<ReturnType<typeof aPersonStore>>) {
  const { db: database, store, clock } = opened
  const packed = await packWork({ database, store, person, clock: clock.now, random }, () => undefined)
  if (!packed) throw new Error('there was nothing to pack')
  const bytes = new Uint8Array(await packed.file.arrayBuffer())
  const bundle = await openBundle(sourceOf(bytes), packed.words, subtle)
  if (!bundle.ok) throw new Error(bundle.error)
  const scan = await scanBundle(bundle.value)
  const items = await Promise.all(scan.items.map(item => readItem(bundle.value, item)))
  return { packed, scan, items }
}

const opsOf = (items: Awaited<ReturnType<typeof packAll>>['items']) =>
  items.flatMap(item => (item?.kind === 'changes' ? (JSON.parse(item.signed.text) as Statement).ops : []))

describe('SY16 packing', () => {
  test('SY10 takes all that waits along, and leaves all of it in the outbox', async () => {
    const opened = await aPersonStore()
    const { store } = opened
    await store.save([aChange('answers/q1', 'one'), aChange('answers/q2', 'two')], [aFile('a', 700_000)])
    const { packed, scan, items } = await packAll(opened)
    expect(scan).toMatchObject({ isWhole: true, changes: 2, files: 1 })
    expect(opsOf(items).map(({ value }) => value)).toEqual(['one', 'two'])
    expect(items.at(-1)).toMatchObject({ kind: 'file', file: { sha256: 'a'.padEnd(64, '0'), size: 700_000 } })
    expect([packed.changes, packed.files]).toEqual([2, 1])
    expect(await store.countWaiting()).toBe(2)
    expect(await store.listUnsentFiles()).toHaveLength(1)
  })

  test('SY2 what was packed is never changed: a later edit of the field is an op of its own', async () => {
    const opened = await aPersonStore()
    const { store } = opened
    await store.save([aChange('answers/q1', 'packed')])
    const { items } = await packAll(opened)
    await store.save([aChange('answers/q1', 'later')])
    const { ops } = await store.takeOutgoing(100_000)
    expect(ops.map(({ value }) => value)).toEqual(['packed', 'later'])
    expect(ops[0]).toEqual(opsOf(items)[0])
    expect(ops[1]?.base).toBe(ops[0]?.id)
  })

  test('each statement is signed by the key that this device keeps, and which cannot be read out', async () => {
    const opened = await aPersonStore()
    await opened.store.save([aChange('answers/q1', 'one')])
    const { items } = await packAll(opened)
    const key = await findDeviceKey(opened.db)
    expect((await findDeviceKey(opened.db)).id).toBe(key.id)
    await expect(subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow(/extractable/u)
    const raw = Buffer.from(key.publicKey, 'base64url')
    const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
    const publicKey = await subtle.importKey('raw', raw, curve, false, ['verify'])
    const [item] = items
    if (item?.kind !== 'changes') throw new Error('no statement')
    const signature = Buffer.from(item.signed.signature, 'base64url')
    const ecdsa = { name: 'ECDSA', hash: 'SHA-256' } as const
    expect(await subtle.verify(ecdsa, publicKey, signature, toSign(item.signed.text))).toBe(true)
    expect(await subtle.verify(ecdsa, publicKey, signature, toSign(`${item.signed.text} `))).toBe(false)
  })

  test('two hundred photos: one at a time is in memory', async () => {
    const opened = await aPersonStore()
    const { store, db: database, clock } = opened
    const photos = Array.from({ length: 200 }, (_, at) => aFile(`p${at}-`, 20_000))
    await store.save([aChange('answers/q1', 'one')], photos)
    let open = 0
    let most = 0
    const counted: typeof store = {
      ...store,
      readFile: async sha256 => {
        open++
        most = Math.max(most, open)
        const blob = await store.readFile(sha256)
        queueMicrotask(() => open--)
        return blob
      },
    }
    const given = { database, store: counted, person, clock: clock.now, random }
    const packed = await packWork(given, () => undefined)
    expect(packed?.files).toBe(200)
    expect(most).toBe(1)
  })
})

describe('SY16 carrying', () => {
  let carried: ReturnType<typeof createCarriedStore>
  let close: () => void
  const sent: string[] = []
  beforeEach(() => {
    sent.length = 0
    const db = createCarriedDatabase(aDisk())
    carried = createCarriedStore(db)
    close = () => db.close()
  })
  afterEach(() => close())

  async function keep(bytes: Awaited<ReturnType<typeof aBundle>>) {
    const source = sourceOf(bytes)
    const bundle = await openBundle(source, words, subtle)
    if (!bundle.ok) throw new Error(bundle.error)
    const { summary, ...scan } = await scanBundle(bundle.value)
    if (!summary) throw new Error('no summary')
    const { header } = bundle.value
    const key = bundle.value.key as CryptoKey
    const record = { id: summary.bundle, summary, header, key, size: bytes.length, takenAt: 1, ...scan }
    return carried.keep(record, source)
  }

  /** A server that answers `ok` to everything until told otherwise. */
  const deliver = (given: { brought?: Brought; sends?: SendResult } = {}) =>
    deliverCarried({
      carried,
      clock: () => 9,
      link: {
        bring: async ({ text }) => {
          const { ops, files } = JSON.parse(text) as Statement
          sent.push(ops.length > 0 ? ops.map(({ id }) => id).join() : `list of ${files.length}`)
          const answers = ops.map(() => ({ result: 'ok' as const, seq: 1, hlc: 1, wins: true }))
          return given.brought ?? { type: 'answered', answers }
        },
      },
      filesFor: author => ({
        send: async ({ size }, bytes) => {
          sent.push(`${author}: ${bytes.size}/${size}`)
          return given.sends ?? { type: 'sent', storedAt: 1 }
        },
      }),
    })

  test('what was kept is sent in order, and the bytes go when the server has all of it', async () => {
    expect(await keep(await aBundle(await someItems(await aSigner())))).toEqual({ ok: true, value: 'kept' })
    const [before] = await carried.listWaiting()
    await deliver()
    expect(sent).toEqual(['op-1', 'op-2', 'list of 1', 'lan: 40000/40000'])
    expect(await carried.listWaiting()).toEqual([])
    expect(before && (await carried.sourceOf(before).read(0, 64)).length).toBe(0)
  })

  test('a cut costs one item: the next time goes on from there', async () => {
    await keep(await aBundle(await someItems(await aSigner())))
    await deliver({ sends: { type: 'unreachable' } })
    expect((await carried.listWaiting())[0]).toMatchObject({ problem: 'unreachable', taken: 2, left: [3] })
    sent.length = 0
    await deliver()
    expect(sent).toEqual(['lan: 40000/40000'])
    expect(await carried.listWaiting()).toEqual([])
  })

  test('SY10 what the server refuses is kept, with the reason, and tried again', async () => {
    await keep(await aBundle(await someItems(await aSigner())))
    await deliver({ brought: { type: 'refused', status: 403, error: 'keyRevoked' } })
    expect(sent).toEqual(['op-1'])
    expect((await carried.listWaiting())[0]).toMatchObject({ problem: 'keyRevoked', left: [0, 1, 2, 3] })
    await deliver()
    expect(await carried.listWaiting()).toEqual([])
  })

  test('the same file again is known; a whole one replaces a damaged one', async () => {
    const whole = await aBundle(await someItems(await aSigner()))
    const damaged = whole.slice()
    damaged[64 + 4 * 16_384] = (damaged[64 + 4 * 16_384] ?? 0) ^ 1
    expect(await keep(damaged)).toEqual({ ok: true, value: 'kept' })
    expect(await keep(damaged)).toEqual({ ok: true, value: 'known' })
    expect((await carried.listWaiting())[0]?.items).toHaveLength(3)
    expect(await keep(whole)).toEqual({ ok: true, value: 'kept' })
    await deliver()
    expect(sent).toEqual(['op-1', 'op-2', 'list of 1', 'lan: 40000/40000'])
    expect(await keep(whole)).toEqual({ ok: true, value: 'known' })
  })

  test('what lies on this tablet is encrypted', async () => {
    await keep(await aBundle(await someItems(await aSigner())))
    const [record] = await carried.listWaiting()
    if (!record) throw new Error('nothing is kept')
    const bytes = await carried.sourceOf(record).read(0, record.size)
    expect(bytes.length).toBe(record.size)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/op-1|answers|"lan"/u)
    await expect(subtle.exportKey('raw', record.key)).rejects.toThrow(/extractable/u)
  })
})
