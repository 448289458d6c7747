import { err, ok } from '../../../lib/result.ts'
import { bufferSource } from '../../../sync/protocol/carried/buffer-source.ts'
import { openBundle, type BundleSource } from '../../../sync/protocol/carried/open-bundle.ts'
import { scanBundle } from '../../../sync/protocol/carried/scan-bundle.ts'
import type { Carry, PackedNote } from '../../context/carry.ts'
import { createCarriedDatabase, hasCarried } from '../../database/carried-database.ts'
import { createCarriedStore } from '../../database/carried-store.ts'
import { findDeviceKey, noteKeyRegistered } from '../../database/device-key.ts'
import type { DeviceStore } from '../../database/device-store.ts'
import { createCarriedLink } from '../../network/carried-link.ts'
import { createFileLink } from '../../network/file-link.ts'
import { sha256Of } from '../../photos/sha256.ts'
import type { Links } from '../links.ts'
import { deliverCarried } from './deliver-carried.ts'
import { packWork, type PackGiven } from './pack-work.ts'

interface Given extends PackGiven {
  readonly device: DeviceStore
  readonly links: Links
  readonly locks: Pick<LockManager, 'request'>
}

export interface OpenedCarry extends Carry {
  /** To be called when the server has just answered: registers this device's key if need be, sends what waits. */
  readonly afterSync: () => Promise<void>
  readonly close: () => void
}

/** Taking unsent work along as a file, and bringing that of others (SY16). A chunk of its own: few need it. */
export function openCarry(given: Given): OpenedCarry {
  const { database, store, device, links, locks, person, clock } = given
  const carriedDatabase = createCarriedDatabase()
  const carried = createCarriedStore(carriedDatabase)
  const link = createCarriedLink(links.ask)

  /** Once for each sign-in: a new one makes a revoked key count again. */
  async function registerKey(): Promise<void> {
    const key = await findDeviceKey(database)
    const lastUsedAt = (await device.getPerson(person.id))?.lastUsedAt ?? 0
    if (key.registeredFor === lastUsedAt) return
    const { publicKey } = key
    const registered = await link.register({ device: await store.deviceId(), publicKey })
    if (registered.type === 'registered') await noteKeyRegistered(database, key, lastUsedAt)
  }

  async function deliver(): Promise<void> {
    await locks.request('isoxa-carried', async () => {
      const filesFor = (author: string) => createFileLink(links.ask, sha256Of, author)
      await deliverCarried({ carried, link, filesFor, clock })
    })
  }

  return {
    async countUnsent() {
      const [changes, files] = await Promise.all([store.countWaiting(), store.listUnsentFiles()])
      return { changes, files: files.length }
    },
    pack: onProgress => packWork(given, onProgress),
    lastPacked: async () => (await store.readNote('packed')) as PackedNote | undefined,
    async open(file, words, onProgress) {
      const source = sourceOf(file)
      const bundle = await openBundle(source, words, crypto.subtle)
      if (!bundle.ok) return bundle
      const scan = await scanBundle(bundle.value, onProgress)
      const { summary, items, ...counts } = scan
      if (!summary || items.length === 0) return err('empty')
      const { header, key } = bundle.value
      const record = { id: summary.bundle, summary, items, header, key, size: file.size, ...counts }
      return ok({
        summary,
        ...counts,
        takeIn: () => carried.keep({ ...record, takenAt: clock() }, source),
      })
    },
    watchCarried: carried.watch,
    deliver,
    async afterSync() {
      await registerKey()
      if (await hasCarried()) await deliver()
    },
    close: () => carriedDatabase.close({ disableAutoOpen: true }),
  }
}

const sourceOf = (file: File): BundleSource =>
  bufferSource({
    size: file.size,
    read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  })
