import { expect, test } from 'vitest'
import { createDeviceDatabase } from '../../../../src/client/database/device-database.ts'
import { createDeviceStore } from '../../../../src/client/database/device-store.ts'
import { noticeEmptied } from '../../../../src/client/database/notice-emptied.ts'
import { checkVerifier, makeVerifier } from '../../../../src/client/database/password-verifier.ts'
import { askToPersist, photosLeft, readStorageRoom } from '../../../../src/client/database/storage-room.ts'
import { aChange, aDisk, aPersonStore } from './a-person-store.ts'

const aDevice = (disk = aDisk()) => createDeviceStore(createDeviceDatabase(disk))

function aWitness() {
  const marks = new Map<string, string>()
  return { getItem: (key: string) => marks.get(key) ?? null, setItem: (key: string, mark: string) => void marks.set(key, mark) } // prettier-ignore
}

test('ST4 several people use one tablet; whoever used it last comes first', async () => {
  const device = aDevice()
  await device.putPerson({ id: 'lan', name: 'Lan', username: 'lan', lastUsedAt: 1 })
  await device.putPerson({ id: 'minh', name: 'Minh', username: 'minh', lastUsedAt: 2 })
  await device.putPerson({ id: 'lan', lastUsedAt: 3, waitingOps: 7 })
  expect((await device.listPeople()).map(person => person.id)).toEqual(['lan', 'minh'])
  expect(await device.getPerson('lan')).toMatchObject({ name: 'Lan', waitingOps: 7, hasDatabase: false })
})

test('the tablet keeps its own settings', async () => {
  const device = aDevice()
  expect(Object.values(await device.settings()).every(value => value === null)).toBe(true)
  await device.changeSettings({ currentPerson: 'lan', language: 'en' })
  await device.changeSettings({ currentPerson: null, pendingSignOut: 'lan' })
  expect(await device.settings()).toMatchObject({
    currentPerson: null,
    language: 'en',
    pendingSignOut: 'lan',
  })
})

test('ST4 the password opens offline work, another one does not, however it was typed', async () => {
  const verifier = await makeVerifier('mật khẩu ế'.normalize('NFC'))
  expect(verifier.iterations).toBe(600_000)
  expect(await checkVerifier(verifier, 'mật khẩu ế'.normalize('NFD'))).toBe(true)
  expect(await checkVerifier(verifier, 'mật khẩu ê')).toBe(false)
  expect(await checkVerifier({ ...verifier, hash: new Uint8Array(0) }, 'mật khẩu ế')).toBe(false)
})

test('ST5 a first use is not a loss, and a second start finds all intact', async () => {
  const device = aDevice()
  const witness = aWitness()
  const { store } = await aPersonStore()
  expect(await noticeEmptied({ person: 'lan', store, device, witness })).toEqual({ type: 'firstUse' })
  expect(await noticeEmptied({ person: 'lan', store, device, witness })).toEqual({ type: 'intact' })
  const { store: other } = await aPersonStore()
  expect(await noticeEmptied({ person: 'minh', store: other, device, witness })).toEqual({ type: 'firstUse' })
})

test('ST5 a database emptied under a person is noticed, with what was unsent at the last count', async () => {
  const device = aDevice()
  const witness = aWitness()
  const { store } = await aPersonStore()
  await noticeEmptied({ person: 'lan', store, device, witness })
  await store.save([aChange('a', 1)])
  await device.putPerson({ id: 'lan', waitingOps: await store.countWaiting() })
  const { store: emptied } = await aPersonStore()
  expect(await noticeEmptied({ person: 'lan', store: emptied, device, witness })).toEqual({
    type: 'emptied',
    waitingOps: 1,
  })
  expect(await noticeEmptied({ person: 'lan', store: emptied, device, witness })).toEqual({ type: 'intact' })
})

test('ST5 it is noticed also when the browser emptied all databases of the site', async () => {
  const witness = aWitness()
  const { store } = await aPersonStore()
  await noticeEmptied({ person: 'lan', store, device: aDevice(), witness })
  const { store: emptied } = await aPersonStore()
  expect(await noticeEmptied({ person: 'lan', store: emptied, device: aDevice(), witness })).toEqual({
    type: 'emptied',
    waitingOps: null,
  })
})

const aStorage = (usage: number, quota: number, isGiven = true) => ({
  estimate: () => Promise.resolve({ usage, quota }),
  persist: () => Promise.resolve(isGiven),
  persisted: () => Promise.resolve(isGiven),
})

test('ST3 new photos stop at 80 % of the room, with a forecast before', async () => {
  expect(photosLeft({ usedBytes: 0, quotaBytes: 100_000_000 })).toBe(228)
  expect(await readStorageRoom(aStorage(31_000_000, 100_000_000))).toEqual({
    usedBytes: 31_000_000,
    quotaBytes: 100_000_000,
    isPersisted: true,
    photosLeft: 140,
    mayAddPhoto: true,
  })
  expect(await readStorageRoom(aStorage(80_000_000, 100_000_000, false))).toMatchObject({
    isPersisted: false,
    photosLeft: 0,
    mayAddPhoto: false,
  })
})

test('ST3 a browser that tells nothing is no reason to refuse a photo', async () => {
  const silent = { ...aStorage(0, 0), estimate: () => Promise.reject(new Error('no')) }
  for (const storage of [undefined, silent])
    expect(await readStorageRoom(storage)).toMatchObject({
      quotaBytes: null,
      photosLeft: null,
      mayAddPhoto: true,
    })
  expect(await askToPersist(undefined)).toBe(false)
  expect(await askToPersist(aStorage(0, 0))).toBe(true)
})
