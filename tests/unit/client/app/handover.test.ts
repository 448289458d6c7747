import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { createHandover } from '../../../../src/client/app/handover.ts'
import { createDeviceDatabase } from '../../../../src/client/database/device-database.ts'
import { createDeviceStore } from '../../../../src/client/database/device-store.ts'
import { makeVerifier } from '../../../../src/client/database/password-verifier.ts'
import { err, ok } from '../../../../src/lib/result.ts'
import { aDisk } from '../database/a-person-store.ts'

async function aTablet({ hasVerifier = true } = {}) {
  const device = createDeviceStore(createDeviceDatabase(aDisk()))
  const verifier = hasVerifier ? { verifier: await makeVerifier('iso9001') } : {}
  await device.putPerson({ id: 'lan', name: 'Lan', username: 'lan', ...verifier })
  await device.changeSettings({ currentPerson: 'lan' })
  let now = 1_000_000
  const handover = createHandover({
    device,
    signIn: async (username, password) =>
      username === 'lan' && password === 'iso9001' ? ok(true) : err({ type: 'unreachable' }),
    clock: () => now,
  })
  return { device, handover, wait: (ms: number) => (now += ms) }
}

test('the tablet stays locked on the response over restarts, until the password of the official', async () => {
  const { device, handover } = await aTablet()
  await handover.begin('r~1.x')
  expect((await device.settings()).handover).toBe('r~1.x')
  expect(await handover.takeBack('iso9002')).toEqual(err({ type: 'wrongOffline' }))
  expect((await device.settings()).handover).toBe('r~1.x')
  expect(await handover.takeBack('iso9001')).toEqual(ok(true))
  expect(await device.settings()).toMatchObject({ handover: null, handoverTries: null })
})

test('every tab hears of the lock', async () => {
  const { device, handover } = await aTablet()
  const heard: (string | null)[] = []
  const watching = device.watchHandover().subscribe(thing => heard.push(thing))
  await expect.poll(() => heard).toEqual([null])
  await handover.begin('r~1.x')
  await expect.poll(() => heard).toEqual([null, 'r~1.x'])
  watching.unsubscribe()
})

test('after a few wrong passwords even the right one waits, also over a restart', async () => {
  const { device, handover, wait } = await aTablet()
  await handover.begin('r~1.x')
  await device.changeSettings({ handoverTries: '5 1000000' })
  expect(await handover.takeBack('iso9001')).toEqual(err({ type: 'tooManyTries', seconds: 30 }))
  wait(30_000)
  expect(await handover.takeBack('iso9001')).toEqual(ok(true))
})

test('who has no verifier on this tablet is asked for by the server', async () => {
  const { handover } = await aTablet({ hasVerifier: false })
  expect(await handover.takeBack('x')).toEqual(err({ type: 'unreachable' }))
  expect(await handover.takeBack('iso9001')).toEqual(ok(true))
})
