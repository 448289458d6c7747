import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAccountStore } from '../../src/server/database/account-store.ts'
import { createDeviceStore } from '../../src/server/database/device-store.ts'
import { createFileIndex } from '../../src/server/database/file-index.ts'
import { createSessionStore } from '../../src/server/database/session-store.ts'
import { engineNames, engines, type TestDatabase } from '../support/databases.ts'

describe.each(engineNames)('on %s', engine => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await engines[engine]()
  })
  afterEach(() => opened.close())

  test('a username is one account’s, in upper and lower case', async () => {
    const accounts = createAccountStore(opened.database)
    expect(await accounts.create({ person: 'p1', username: 'Lân.Hồng', passwordHash: 'h1' })).toMatchObject({
      ok: true,
    })
    expect(await accounts.create({ person: 'p2', username: 'LÂN.HỒNG', passwordHash: 'h2' })).toEqual({
      ok: false,
      error: { type: 'usernameTaken', username: 'LÂN.HỒNG' },
    })
    expect(await accounts.findByUsername('lân.hồng'.normalize('NFD'))).toMatchObject({
      person: 'p1',
      username: 'Lân.Hồng',
      passwordHash: 'h1',
    })
    expect(await accounts.findByPerson('p2')).toBeUndefined()
    expect(await accounts.create({ person: 'p1', username: 'lân.hồng', passwordHash: 'h3' })).toMatchObject({
      ok: true,
    })
    expect((await accounts.list()).map(({ passwordHash }) => passwordHash)).toEqual(['h3'])
  })

  test('wrong passwords are counted one by one, also when they come at once, and forgotten after a right one', async () => {
    const accounts = createAccountStore(opened.database)
    await accounts.create({ person: 'p1', username: 'lan', passwordHash: 'h' })
    const counts = await Promise.all(Array.from({ length: 5 }, () => accounts.countFailure('p1')))
    expect(counts.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
    await accounts.lockUntil('p1', 1_800_000_000_000)
    expect(await accounts.findByPerson('p1')).toMatchObject({ failures: 5, lockedUntil: 1_800_000_000_000 })
    await accounts.clearFailures('p1')
    expect(await accounts.findByPerson('p1')).toMatchObject({ failures: 0, lockedUntil: 0 })
    expect(await accounts.countFailure('nobody')).toBe(0)
  })

  test('a session lives under its current token only, until it ends', async () => {
    const sessions = createSessionStore(opened.database)
    const session = { person: 'p1', device: 'd1', createdAt: 1, seenAt: 1, expiresAt: 100 }
    for (const tokenHash of ['a', 'b', 'c']) await sessions.create({ ...session, tokenHash })
    await sessions.create({ ...session, tokenHash: 'other', person: 'p2' })
    expect(await sessions.find('d')).toBeUndefined()
    expect(await sessions.find('a')).toEqual({ ...session, tokenHash: 'a', revokedAt: null })
    await sessions.touch('a', { seenAt: 5, expiresAt: 200 })
    await sessions.touch('b', { seenAt: 7, expiresAt: 300 })
    await sessions.removeExpired(100)
    expect(await sessions.find('c')).toBeUndefined()
    expect(await sessions.find('b')).toMatchObject({ seenAt: 7 })
    await sessions.remove('b')
    await sessions.removeAllOf('p1')
    expect(await sessions.find('a')).toBeUndefined()
    expect(await sessions.find('other')).toBeUndefined()
  })

  test('the last contact of people is that of any of their devices', async () => {
    const devices = createDeviceStore(opened.database)
    await devices.recordContact('d1', 'p1', 1_000_000)
    await devices.recordContact('d1', 'p1', 1_000_500)
    await devices.recordContact('d2', 'p1', 900_000)
    await devices.recordContact('d1', 'p2', 500_000)
    expect(Object.fromEntries(await devices.lastContactOfPeople(['p1', 'p2', 'p3']))).toEqual({
      p1: 1_000_000,
      p2: 500_000,
    })
    await devices.recordContact('d1', 'p1', 1_100_000)
    expect(await devices.listOf('p2')).toEqual([
      { device: 'd1', person: 'p2', firstSeenAt: 500_000, lastContactAt: 500_000, revokedAt: null },
    ])
    expect((await devices.lastContactOfPeople(['p1'])).get('p1')).toBe(1_100_000)
  })

  test('a revoked device ends the sessions that spoke for it, and no other; let in again, it has to sign in', async () => {
    const sessions = createSessionStore(opened.database)
    const devices = createDeviceStore(opened.database)
    const session = { device: '', createdAt: 1, seenAt: 1, expiresAt: 100 }
    for (const [tokenHash, person, device] of [
      ['a', 'p1', 'd1'],
      ['b', 'p2', 'd1'],
      ['c', 'p1', 'd2'],
    ] as const) {
      await sessions.create({ ...session, tokenHash, person })
      await sessions.noteDevice(tokenHash, device)
      await sessions.noteDevice(tokenHash, device)
      await devices.recordContact(device, person, 1)
    }
    // A session stays its device's, though it claims to be another one too.
    await sessions.noteDevice('a', 'd9')
    await sessions.create({ ...session, tokenHash: 'e', person: 'p3', device: 'd1' })
    const revokedOf = async () => {
      const found = await Promise.all(['a', 'b', 'c', 'e'].map(hash => sessions.find(hash)))
      return found.map(one => one?.revokedAt)
    }

    expect(await devices.revoke('nosuch', 5)).toBe(false)
    expect(await devices.isRevoked('d1')).toBe(false)
    expect(await devices.revoke('d1', 7)).toBe(true)
    expect([await devices.isRevoked('d1'), await devices.isRevoked('d2')]).toEqual([true, false])
    expect(await revokedOf()).toEqual([7, 7, null, 7])
    expect(
      (await devices.list()).map(({ device, person, revokedAt }) => [device, person, revokedAt]),
    ).toEqual([
      ['d1', 'p1', 7],
      ['d1', 'p2', 7],
      ['d2', 'p1', null],
    ])
    await devices.recordContact('d1', 'p9', 1)
    expect(await devices.isRevoked('d1')).toBe(true)

    expect(await devices.allow('d1')).toBe(true)
    expect(await devices.allow('d1')).toBe(false)
    expect(await devices.isRevoked('d1')).toBe(false)
    expect(await revokedOf()).toEqual([undefined, undefined, null, undefined])
  })

  test('SY12 an upload goes on where it stopped, and the file is there when it is whole', async () => {
    const files = createFileIndex(opened.database)
    const sha256 = 'a'.repeat(64)
    const upload = { sha256, person: 'p1', size: 900, type: 'image/jpeg' }
    expect(await files.openUpload(upload, 1)).toEqual({ ...upload, received: 0 })
    await files.setReceived(sha256, 'p1', 512, 2)
    expect(await files.openUpload(upload, 3)).toEqual({ ...upload, received: 512 })
    expect(await files.findUpload(sha256, 'p2')).toBeUndefined()
    expect([...(await files.listStored([sha256]))]).toEqual([])
    await files.completeUpload({ ...upload, received: 900 }, () => 4)
    expect(await files.findFile(sha256)).toEqual({ sha256, size: 900, storedAt: 4, type: 'image/jpeg' })
    expect([...(await files.listStored([sha256, 'b'.repeat(64)]))]).toEqual([sha256])
    expect(await files.findUpload(sha256, 'p1')).toBeUndefined()
    expect([await files.hasGrant(sha256, 'p1'), await files.hasGrant(sha256, 'p2')]).toEqual([true, false])
    await files.completeUpload({ ...upload, person: 'p2', received: 900 }, () => 5)
    expect(await files.hasGrant(sha256, 'p2')).toBe(true)
  })

  test('uploads that were given up are found by their age', async () => {
    const files = createFileIndex(opened.database)
    const upload = { sha256: 'a'.repeat(64), person: 'p1', size: 900, type: 'image/jpeg' }
    await files.openUpload(upload, 1)
    expect(await files.listUploadsBefore(1)).toEqual([])
    expect(await files.listUploadsBefore(2)).toEqual([{ ...upload, received: 0 }])
    await files.dropUpload(upload.sha256, 'p1')
    expect(await files.listUploadsBefore(2)).toEqual([])
  })
})
