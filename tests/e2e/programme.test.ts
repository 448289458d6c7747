import { afterAll, beforeAll, expect, test } from 'vitest'
import { steps } from '../../src/domain/qms/steps.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { findDemoAccount } from './support/demo-account.ts'
import { goTo, signIn, waitUntilStill } from './support/pages.ts'
import { waitUntilSynced } from './support/sync-page.ts'
import { word } from './support/words.ts'

let server: RunningServer
let tablet: TestBrowser

beforeAll(async () => {
  server = await startServer()
  tablet = await openBrowser({ origin: server.origin })
  const page = tablet.page()
  await signIn(page, server.origin, await findDemoAccount(page, server.origin, 'provinceCoordinator'))
  await waitUntilSynced(page)
  await goTo(page, '/account')
  await page.locator('main a[href="/programme"]').click()
  await page.waitForURL(url => url.pathname === '/programme')
}, 120_000)
afterAll(async () => {
  await tablet?.close()
  await server?.stop()
})

test('what is typed quicker than it is saved is all kept', async () => {
  const page = tablet.page()
  const days = page.locator('main ol input[inputmode=numeric]')
  const names = (['vi', 'en'] as const).map(language =>
    page.getByLabel(word(`programme.frame.name_${language}`), { exact: true }),
  )
  // The last step first: no day comes before one that it has to follow.
  const typed = steps.map((_, at) => `${at + 10}/03/2027`)
  for (const at of steps.keys()) await days.nth(steps.length - 1 - at).fill(typed.at(-1 - at)!)
  for (const [at, name] of names.entries()) {
    await name.fill(`Chương trình ${at}`)
    await name.blur()
  }

  await waitUntilSynced(page)
  await page.reload()
  await waitUntilStill(page)
  await days.first().waitFor()
  expect(await days.evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value))).toEqual(
    typed,
  )
  for (const [at, name] of names.entries()) expect(await name.inputValue()).toBe(`Chương trình ${at}`)
  expect(tablet.errors()).toEqual([])
})
