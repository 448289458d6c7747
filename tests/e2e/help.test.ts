import { afterAll, beforeAll, expect, test } from 'vitest'
import { guideRoles } from '../../src/client/features/help/guide-roles.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { openBrowser, type TestBrowser } from './support/browser.ts'
import { chooseLanguage, goTo, signIn, waitUntilInstalled, waitUntilStill } from './support/pages.ts'
import { walkTabStops } from './support/tab-stops.ts'
import { word } from './support/words.ts'

let server: RunningServer
let tablet: TestBrowser

beforeAll(async () => {
  server = await startServer()
  tablet = await openBrowser({ origin: server.origin })
  await signIn(tablet.page(), server.origin, { username: 'khanhlong', password: 'iso9001' })
  await waitUntilInstalled(tablet.page())
}, 120_000)
afterAll(async () => {
  await tablet?.close()
  await server?.stop()
})

const openHelp = async (): Promise<void> => {
  const page = tablet.page()
  await page.getByRole('button', { name: word('common.help', 'vi'), exact: true }).click()
  await page.locator('dialog[open] ol').waitFor()
}

test('the help of a screen and the guide open without a network, though never opened before', async () => {
  const page = tablet.page()
  await tablet.context().setOffline(true)
  await openHelp()
  await page.getByText(word('help.page.work.about', 'vi'), { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await goTo(page, '/sync')
  await openHelp()
  await page.getByText(word('help.page.sync.about', 'vi'), { exact: true }).waitFor()
  await page.locator('dialog[open] footer a').click()
  await page.getByText(word('guide.guide.communeOfficial.lead', 'vi'), { exact: true }).waitFor()
  // The pictures are not kept on the tablet; where one is missing there is no broken frame either.
  await page.waitForFunction(() => [...document.images].every(image => image.naturalWidth > 0))
  expect(await page.locator('article > section').count()).toBe(2)
  await tablet.context().setOffline(false)
}, 30_000)

test('each guide prints on exactly two pages in both languages, with its three pictures', async () => {
  const page = tablet.page()
  await page.goto(`${server.origin}/guide/${guideRoles[0]}`)
  // Vietnamese last: the tests that follow find its words.
  for (const language of ['en', 'vi'] as const) {
    await chooseLanguage(page, language)
    for (const role of guideRoles) {
      await page.locator('main select').selectOption(role)
      await page.getByText(word(`guide.guide.${role}.lead`, language), { exact: true }).waitFor()
      await page.waitForFunction(
        () => [...document.images].filter(image => image.complete && image.naturalWidth > 0).length === 3,
      )
      const pdf = await page.pdf({ preferCSSPageSize: true })
      // Chromium writes the objects of pages uncompressed.
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu), `${role} ${language}`).toHaveLength(2)
    }
  }
  expect(tablet.errors()).toEqual([])
}, 60_000)

test('the Tab key shows at each stop where one is, and comes out of every screen again', async () => {
  const page = tablet.page()
  for (const path of ['/work', '/road', '/account']) {
    await page.goto(`${server.origin}${path}`)
    await waitUntilStill(page)
    const { hasEnd, count, problems } = await walkTabStops(page)
    expect({ path, hasEnd, problems }).toEqual({ path, hasEnd: true, problems: [] })
    expect(count).toBeGreaterThan(10)
  }
}, 60_000)

test('a screen without rings is noticed', async () => {
  const page = tablet.page()
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { outline: none !important }')
    document.adoptedStyleSheets = [sheet]
  })
  expect((await walkTabStops(page)).problems.length).toBeGreaterThan(10)
}, 30_000)
