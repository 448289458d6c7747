import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { chooseLanguage, goTo, signIn, waitUntilInstalled } from './support/pages.ts'
import { surveyPage } from './support/survey-page.ts'
import { pill, waitUntilSynced } from './support/sync-page.ts'
import { word, type Language } from './support/words.ts'

const thing = 'plan174.survey_baseline.06010@2017-10-15'
let server: RunningServer
let tablet: TestBrowser

beforeAll(async () => {
  server = await startServer()
  tablet = await openBrowser({ origin: server.origin })
  await signIn(tablet.page(), server.origin, { username: 'caominh', password: 'iso9001' })
  await waitUntilInstalled(tablet.page())
  await waitUntilSynced(tablet.page())
}, 120_000)
afterAll(async () => {
  await tablet?.close().catch(() => undefined)
  await server?.stop()
})

/** Every screen of this person, by its own links. */
async function visitAll(language: Language): Promise<void> {
  const page = tablet.page()
  await goTo(page, '/sync')
  expect(await page.locator('h1').innerText()).toBe(word('sync.title', language))
  await goTo(page, '/account')
  expect(await page.locator('h1').innerText()).toBe('Đàm Văn Lực')
  await goTo(page, '/work')
  expect(await page.locator('h1').innerText()).toBe(word('work.title', language))
  await surveyPage(page, language).open()
  expect(await page.locator('h1').innerText()).toBe(word('responses.pageTitle', language))
}

describe('ST6 without a network', () => {
  test('a deep link opens cold, lazy screens and English come from the tablet (no network at all)', async () => {
    const page = tablet.page()
    await tablet.context().setOffline(true)
    await page.goto(`${server.origin}/responses/${encodeURIComponent(thing)}/s3`)
    await page.locator('#question-s3_count').waitFor()
    await pill(page, 'offline').waitFor()
    await visitAll('vi')
    await chooseLanguage(page, 'en')
    await visitAll('en')
    await chooseLanguage(page, 'vi')
    await tablet.context().setOffline(false)
  })

  test('SY1 what waits is never called at the server, also not by a page that has just been opened', async () => {
    const page = tablet.page()
    await page.goto(`${server.origin}/responses/${encodeURIComponent(thing)}/s1`)
    await waitUntilSynced(page)
    await tablet.context().setOffline(true)
    const survey = surveyPage(page)
    await survey.answer('s1_villages', 14)
    await survey.waitUntilSaved('s1_villages')
    const waiting = page.getByRole('button', {
      name: word('shell.pill.waiting_other').replace('{{count}} ', ''),
    })
    await waiting.waitFor()
    await page.addInitScript(() => {
      const said = new Set<string>()
      Object.assign(globalThis, { said })
      new MutationObserver(() => {
        for (const one of document.querySelectorAll<HTMLElement>('header button[title]')) said.add(one.title)
      }).observe(document, { subtree: true, childList: true, attributes: true })
    })
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 })
    for (let times = 0; times < 3; times++) {
      await page.reload()
      await waiting.waitFor()
      const said = await page.evaluate(() => [...(globalThis as unknown as { said: Set<string> }).said])
      expect(said.length).toBeGreaterThan(0)
      expect(said).not.toContain(word('shell.pill.synced'))
      expect(said).not.toContain(word('shell.pill.offline'))
    }
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await tablet.context().setOffline(false)
    await waitUntilSynced(page)
  })

  test('SY13 a dead server is offline too, whatever the browser thinks', async () => {
    const page = tablet.page()
    await server.kill()
    await page.goto(`${server.origin}/responses/${encodeURIComponent(thing)}/s4`)
    await page.locator('#question-s4_pc').waitFor()
    expect(await page.evaluate(() => navigator.onLine)).toBe(true)
    await pill(page, 'offline').waitFor()
    await visitAll('vi')
  })

  test('a browser started cold on a deep link opens the screen with its data, server dead, in the language chosen', async () => {
    await chooseLanguage(tablet.page(), 'en')
    await tablet.close()
    const page = await tablet.reopen()
    await page.goto(`${server.origin}/responses/${encodeURIComponent(thing)}/s1`)
    await page.locator('#question-s1_villages').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await surveyPage(page, 'en').read('s1_villages')).toBeGreaterThan(0)
    await visitAll('en')
    await page.goto(`${server.origin}/no/such/place`)
    await page.getByRole('heading', { name: word('work.title', 'en') }).waitFor()
    expect(tablet.errors()).toEqual([])
  })
})
