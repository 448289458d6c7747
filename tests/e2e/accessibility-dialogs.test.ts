import { afterAll, beforeAll, test } from 'vitest'
import { startServer, type RunningServer } from '../support/start-server.ts'
import { enterAs } from './support/accessible-screens.ts'
import { expectAccessible } from './support/axe.ts'
import { openBrowser } from './support/browser.ts'
import { surveyPage } from './support/survey-page.ts'
import { word } from './support/words.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
}, 120_000)
afterAll(() => server?.stop())

test('the dialogs have no serious violation either', async () => {
  const browser = await openBrowser({ origin: server.origin })
  try {
    const page = browser.page()
    // A survey is begun although the other built-in forms are still on their way.
    await page.route(/built-in-forms/u, () => undefined)
    await enterAs(browser, { origin: server.origin, role: 'communeOfficial', language: 'vi' })
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
