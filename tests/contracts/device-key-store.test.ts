import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDeviceKeyStore, type DeviceKey } from '../../src/server/database/device-key-store.ts'
import { engineNames, engines, type TestDatabase } from '../support/databases.ts'

const key = (id: string, given: Partial<DeviceKey> = {}): DeviceKey => ({
  id,
  person: 'lan',
  device: 't1',
  publicKey: `public-${id}`,
  ...given,
})

describe.each(engineNames)('SY16 keys of devices on %s', engine => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await engines[engine]()
  })
  afterEach(() => opened.close())
  const keys = () => createDeviceKeyStore(opened.database)

  test('a registered key is found as it was given, also after the database was opened anew', async () => {
    expect(await keys().register(key('k1'), 5)).toBe(true)
    const again = createDeviceKeyStore(await opened.reopen())
    expect(await again.find('k1')).toEqual({ ...key('k1'), isRevoked: false })
    expect(await again.find('k2')).toBeUndefined()
  })

  test('a key is its first person’s for ever: registered by another it stays as it was', async () => {
    await keys().register(key('k1'), 5)
    expect(await keys().register(key('k1', { person: 'thief', device: 't9' }), 6)).toBe(false)
    expect(await keys().find('k1')).toEqual({ ...key('k1'), isRevoked: false })
  })

  test('all keys of a person are revoked together, and nobody else’s', async () => {
    for (const one of [key('k1'), key('k2', { device: 't2' }), key('k3', { person: 'minh' })])
      await keys().register(one, 5)
    await keys().revokeAllOf('lan', 7)
    const found = await Promise.all(['k1', 'k2', 'k3'].map(id => keys().find(id)))
    expect(found.map(one => one?.isRevoked)).toEqual([true, true, false])
  })

  test('a revoked key counts again when its own person registers it anew, on whatever device', async () => {
    await keys().register(key('k1'), 5)
    await keys().revokeAllOf('lan', 7)
    expect(await keys().register(key('k1', { person: 'thief' }), 8)).toBe(false)
    expect((await keys().find('k1'))?.isRevoked).toBe(true)
    expect(await keys().register(key('k1', { device: 't2' }), 9)).toBe(true)
    expect(await keys().find('k1')).toEqual({ ...key('k1', { device: 't2' }), isRevoked: false })
  })

  test('a key that two people register at once becomes one person’s', async () => {
    const told = await Promise.all(
      ['lan', 'minh', 'hoa', 'nam'].map(person => keys().register(key('k1', { person }), 5)),
    )
    expect(told.filter(Boolean)).toHaveLength(1)
  })
})
