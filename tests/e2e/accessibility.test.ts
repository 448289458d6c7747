import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/domain/people/role.ts'
import { screens } from '../shots/screens.ts'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { expectAccessible } from './support/axe.ts'
import { openBrowser, sizes, type TestBrowser } from './support/browser.ts'
import { findDemoAccount } from './support/demo-account.ts'
import { chooseLanguage, signIn, waitUntilStill } from './support/pages.ts'
import { surveyPage } from './support/survey-page.ts'
import { word, type Language } from './support/words.ts'

const languages: readonly Language[] = ['vi', 'en']
const roles = [...new Set(screens.map(screen => screen.role))]

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
}, 120_000)
afterAll(() => server?.stop())

async function enter(browser: TestBrowser, role: Role | null, language: Language): Promise<void> {
  const page = browser.page()
  if (role === null) {
    await page.goto(server.origin)
    await chooseLanguage(page, language)
  } else await signIn(page, server.origin, await findDemoAccount(page, server.origin, role), language)
}

describe.each(languages)('no screen has a serious violation (%s)', language => {
  describe.each(roles)('as %s', role => {
    let browser: TestBrowser
    beforeAll(async () => {
      browser = await openBrowser({ origin: server.origin, language })
      await enter(browser, role, language)
    }, 60_000)
    afterAll(() => browser?.close())

    test.each(screens.filter(screen => screen.role === role))('$name', async screen => {
      const page = browser.page()
      await page.setViewportSize(sizes.tablet)
      await screen.reach(page, language)
      for (const { width } of [sizes.tablet, sizes.phone]) {
        // High enough that no bar lies over a link: half covered it would count as too small.
        await page.setViewportSize({ width, height: 8000 })
        await waitUntilStill(page)
        await expectAccessible(page)
      }
      expect(browser.errors()).toEqual([])
    })
  })
})

test('the dialogs have no serious violation either', async () => {
  const browser = await openBrowser({ origin: server.origin })
  try {
    const page = browser.page()
    await enter(browser, 'communeOfficial', 'vi')
    const survey = surveyPage(page)
    await survey.open()
    await survey.goToSection('s7')
    await survey.card('s7_sign').getByRole('button').first().click()
    await page.locator('dialog[open] canvas').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await page.context().clearCookies()
    await survey.answer('s7_leader', 4)
    const again = page.getByRole('button', { name: word('signIn.again.do'), exact: true })
    await again.click()
    await page.locator('dialog[open] input[name=password]').waitFor()
    await expectAccessible(page)
  } finally {
    await browser.close()
  }
})
