import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { buildApp } from '../support/steps/build-app.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { goTo, signIn, waitUntilInstalled } from './support/pages.ts'
import { surveyPage } from './support/survey-page.ts'
import { pill, waitUntilSynced } from './support/sync-page.ts'
import { readTabletStore } from './support/tablet-store.ts'
import { word } from './support/words.ts'

const account = { username: 'caominh', password: 'iso9001' }
const person = 'p-caominh'
const before = join(makeTempFolder('build'), 'before')
const after = join(makeTempFolder('build'), 'after')
const version = (build: string) => word('sync.version').replace('{{version}}', build)

let server: RunningServer
let tablet: TestBrowser
/** A tab without a service worker: whatever it loads comes from the server. */
let bare: TestBrowser

beforeAll(async () => {
  await buildApp({ dist: before, build: 'build-before' })
  await buildApp({ dist: after, build: 'build-after' })
  server = await startServer({ env: { ISOXA_DIST: before } })
  tablet = await openBrowser({ origin: server.origin })
  bare = await openBrowser({ origin: server.origin, serviceWorkers: 'block' })
}, 180_000)
afterAll(async () => {
  await tablet?.close().catch(() => undefined)
  await bare?.close().catch(() => undefined)
  await server?.stop()
})

describe('a new build, offered while a form is open', () => {
  test('waits for the person, and the open form goes on working', async () => {
    const page = tablet.page()
    const survey = surveyPage(page)
    await signIn(page, server.origin, account)
    await waitUntilInstalled(page)
    await waitUntilSynced(page)
    // The first visit is not under the worker yet.
    await page.reload()
    await survey.open()
    await survey.goToSection('s7')
    await signIn(bare.page(), server.origin, account)
    await bare
      .page()
      .getByRole('button', { name: word('work.continue') })
      .waitFor()

    await server.restart({ ISOXA_DIST: after })
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      await registration?.update()
    })
    await page.getByText(word('shell.update.ready')).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/\/s7$/u)
    await survey.answer('s7_focal', 'Lý Thị Mai')
    await survey.waitUntilSaved('s7_focal')
    expect(await survey.read('s7_focal')).toBe('Lý Thị Mai')
  })

  test('ST6 the old build still finds its lazy screens, from the worker and from the server', async () => {
    const page = tablet.page()
    await goTo(page, '/sync')
    expect(await page.getByText(version('build-before')).isVisible()).toBe(true)
    await goTo(page, '/account')
    expect(await page.locator('h1').innerText()).toBe('Đàm Văn Lực')

    await goTo(bare.page(), '/sync')
    expect(await bare.page().getByText(version('build-before')).isVisible()).toBe(true)
    const [old, fresh] = [before, after].map(dist => readdirSync(join(dist, 'assets')))
    const gone = (old ?? []).filter(name => !(fresh ?? []).includes(name) && name.endsWith('.js'))
    expect(gone.length).toBeGreaterThan(0)
    for (const name of gone) {
      const answer = await fetch(`${server.origin}/assets/${name}`)
      expect(answer.status, name).toBe(200)
      expect(answer.headers.get('content-type'), name).toContain('javascript')
    }
  })

  test('ST6 an asset that is not there is a 404, not the page', async () => {
    for (const path of ['/assets/work-page-00000000.js', '/assets/gone.css', '/nothing.js', '/api/nothing']) {
      const answer = await fetch(`${server.origin}${path}`, { headers: { accept: 'text/html,*/*' } })
      expect(answer.status, path).toBe(404)
      expect(await answer.text(), path).not.toContain('<html')
    }
  })

  test('a part of a screen whose script cannot be had leaves the rest of it', async () => {
    const page = bare.page()
    const asked = page.waitForRequest(/audits-waiting/u)
    await page.route(/audits-waiting/u, route => route.abort())
    await page.goto(`${server.origin}/work`)
    await asked
    await page.getByRole('heading', { name: word('work.other.title') }).waitFor()
    expect(await page.getByRole('button', { name: word('work.continue') }).isVisible()).toBe(true)
  })

  test('SY10 accepted without a network it takes over, and the unsent work is still there', async () => {
    const page = tablet.page()
    const survey = surveyPage(page)
    await survey.open()
    await survey.goToSection('s7')
    await tablet.context().setOffline(true)
    await survey.answer('s7_note', 'Ghi khi đang chờ bản mới.')
    await survey.waitUntilSaved('s7_note')
    const { outbox } = await readTabletStore(page, person)
    expect(outbox).toBeGreaterThan(0)

    const reloaded = page.waitForEvent('load')
    await page.getByRole('button', { name: word('shell.update.now'), exact: true }).click()
    await reloaded
    await page.locator('#q-s7_note').waitFor()
    expect(await survey.read('s7_note')).toBe('Ghi khi đang chờ bản mới.')
    expect(await survey.whereabouts('s7_note')).toBe('onTablet')
    expect((await readTabletStore(page, person)).outbox).toBe(outbox)
    expect(await page.getByText(word('shell.update.ready')).count()).toBe(0)
    await goTo(page, '/sync')
    expect(await page.getByText(version('build-after')).isVisible()).toBe(true)

    await tablet.context().setOffline(false)
    await waitUntilSynced(page)
    expect((await readTabletStore(page, person)).outbox).toBe(0)
    expect(await pill(page, 'offline').count()).toBe(0)
    expect(tablet.errors()).toEqual([])
  })
})
