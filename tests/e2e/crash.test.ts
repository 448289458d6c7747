import { expect, test } from 'vitest'
import { crashBrowser } from '../crash/browser-target.ts'
import { crashServer } from '../crash/server-target.ts'

// A few kills each; `npm run crash` does many, and cuts the power too (tests/crash/README.md).
const given = { seed: 20_171_016, power: false, isDurable: true, onKill: () => undefined }

test('SY3 what a server had acknowledged is there after it was killed under load', async () => {
  const { acknowledged, photos, lost } = await crashServer({ ...given, kills: 4 })
  expect(lost).toEqual([])
  expect(acknowledged).toBeGreaterThan(20)
  expect(photos).toBeGreaterThan(0)
})

test('SY1 what the screen had called saved is there after the browser was killed', async () => {
  const { acknowledged, lost } = await crashBrowser({ ...given, kills: 2 })
  expect(lost).toEqual([])
  expect(acknowledged).toBeGreaterThan(3)
})
