import { err, ok, type Result } from '../../lib/result.ts'
import { toVietnamTime } from '../../lib/vietnam-time.ts'
import { createReplica } from '../../sync/replica/replica.ts'
import type { ServerLink } from '../../sync/replica/server-link.ts'
import { newOpId } from '../../sync/replica/op-id.ts'
import type { App } from '../context/app.ts'
import type { DeviceStore } from '../database/device-store.ts'
import { noticeEmptied } from '../database/notice-emptied.ts'
import { whenIdle } from '../context/when-idle.ts'
import { openPersonDatabase, type OpenProblem } from '../database/person-database.ts'
import { createPersonStore } from '../database/person-store.ts'
import { createPersonWatches } from '../database/person-watches.ts'
import { createBelievedClock, readTimeContact } from '../device/believed-clock.ts'
import { askToPersist, readStorageRoom } from '../database/storage-room.ts'
import { keepFilesAhead } from './keep-files-ahead.ts'
import type { Links } from './links.ts'
import { createOriginalsPolicy, type NetworkConnection } from '../network/originals-policy.ts'
import { createSyncRunner } from '../network/sync-runner.ts'
import { createWakeSignals } from '../network/wake-signals.ts'
import { readFile } from './read-file.ts'
import { carryLater } from './carry-later.ts'
import { watchContacts } from './contacts.ts'

interface Given {
  readonly person: App['person']
  readonly device: DeviceStore
  readonly links: Links
  readonly isDemo: Promise<boolean>
  readonly onSignOut: () => Promise<void>
  /** Another tab with newer code has taken the database over (ST5). */
  readonly onGone: () => void
}

export interface OpenedApp {
  readonly app: App
  /** Stops syncing and closes the person's database; nothing is deleted (SY10). */
  close: () => void
}

const rememberMs = 1_000

/** Puts together what screens of one person need; their data are in a database of their own (ST4). */
export async function openApp(given: Given): Promise<Result<OpenedApp, OpenProblem>> {
  const { person, device, links, onSignOut, onGone } = given
  let believed = createBelievedClock(Date.now)
  const clock = () => believed.now()
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))
  const [database, isDemo] = await Promise.all([
    openPersonDatabase({ person: person.id, onGone }),
    given.isDemo,
  ])
  if (!database.ok) return err(database.error)
  const store = createPersonStore(database.value, { clock, random, person: person.id })
  believed = createBelievedClock(Date.now, readTimeContact(await store.readNote('serverTime')))
  const finding = await noticeEmptied({ person: person.id, store, device, witness: globalThis.localStorage })
  const watches = createPersonWatches(database.value)
  const channel = new BroadcastChannel(`isoxa-${person.id}`)
  const server: ServerLink = {
    async exchange(request) {
      const result = await links.server.exchange(request)
      // Remembered with the next contact, if not with this one.
      if (result.type === 'answered' && believed.learn(result.response.now))
        await store.writeNote('serverTime', believed.contact()).catch(() => undefined)
      return result
    },
  }
  const replica = createReplica({ store, server, clock, person: person.id })
  const { connection } = navigator as Navigator & { readonly connection?: NetworkConnection }
  const originals = createOriginalsPolicy({ connection, notes: store })
  const runner = createSyncRunner({
    person: person.id,
    replica,
    outbox: store,
    files: links.files,
    originals,
    locks: navigator.locks,
    channel,
    signals: createWakeSignals(document, globalThis.window),
    clock,
    random: Math.random,
  })
  let remembered = -1
  let remembering: ReturnType<typeof setTimeout> | undefined
  function rememberWaiting(): void {
    clearTimeout(remembering)
    remembering = undefined
    const { waitingOps } = runner.status()
    if (waitingOps === remembered) return
    remembered = waitingOps
    // Only for the list at sign-in: not knowing it costs nothing.
    device.putPerson({ id: person.id, waitingOps }).catch(() => undefined)
  }
  // Once for many answers: each time is a strict write, beside those of the answers themselves.
  const forget = runner.subscribe(() => (remembering ??= setTimeout(rememberWaiting, rememberMs)))
  const carry = carryLater(
    { database: database.value, store, device, links, locks: navigator.locks, person, clock, random },
    runner,
  )
  const fetchAndKeep = (sha256: string) => readFile({ store, files: links.files }, sha256)
  const today = () => toVietnamTime(clock()).slice(0, 10)
  const stopFetching = keepFilesAhead({ runner, store, readFile: fetchAndKeep, person: person.id, today })
  // The first screen has the tablet to itself.
  const dropStart = whenIdle(runner.start)

  const app: App = {
    person,
    isDemo,
    wasEmptied: finding.type === 'emptied',
    today,
    now: () => toVietnamTime(clock()),
    newId: () => newOpId(random),
    deviceId: store.deviceId,
    async seat() {
      const seat = await store.readNote('seat')
      return typeof seat === 'number' ? seat : undefined
    },
    async save(...given) {
      const saved = await store.save(...given)
      if (saved.ok) runner.noteSaved()
      return saved
    },
    readFile: fetchAndKeep,
    mayAddPhoto: async () => (await readStorageRoom(navigator.storage)).mayAddPhoto,
    watchThing: watches.watchThing,
    watchFields: watches.watchFields,
    watchFeed: watches.watchFeed,
    chainOf: store.chainOf,
    watchHeld: watches.watchHeld,
    watchOutbox: watches.watchOutbox,
    watchFileFacts: watches.watchFileFacts,
    watchUnsentFiles: watches.watchUnsentFiles,
    watchBackup: watches.watchBackup,
    countAnswers: () => watches.countFields('response', 'answers/'),
    async retryHeld(op) {
      await store.retryHeld(op)
      void runner.syncNow()
    },
    settleHeld: store.settleHeld,
    sync: { status: runner.status, subscribe: runner.subscribe, now: () => void runner.syncNow() },
    originals: {
      setting: originals.load,
      async choose(setting) {
        await originals.choose(setting)
        void runner.syncNow()
      },
      network: originals.network,
      sendNow() {
        originals.allowOnce()
        void runner.syncNow()
      },
    },
    storageRoom: () => readStorageRoom(navigator.storage),
    askToPersist: () => askToPersist(navigator.storage),
    contacts: () => watchContacts(links),
    heldElsewhere: async before =>
      (await import('./held-elsewhere.ts')).fetchHeldElsewhere(links, { person: person.id, before }),
    exportResponses: async (wish, progress) =>
      (await import('./export-responses.ts')).exportResponses(links.download, wish, progress),
    units: async () => (await import('../network/units-link.ts')).createUnitsLink(links.ask),
    openData: async () => (await import('./open-data.ts')).createOpenData(links.ask),
    admin: async () => (await import('../network/admin-link.ts')).createAdminLink(links.ask),
    digests: async () => (await import('./open-digests.ts')).openDigests(database.value, store),
    carry: carry.open,
    signOut: onSignOut,
  }
  return ok({
    app,
    close() {
      forget()
      carry.close()
      dropStart()
      stopFetching()
      rememberWaiting()
      runner.stop()
      channel.close()
      store.close()
    },
  })
}
