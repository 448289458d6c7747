import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../../src/domain/people/role.ts'
import { screens } from '../../shots/screens.ts'
import { startServer, type RunningServer } from '../../support/start-server.ts'
import { expectAccessible, layOutAll } from './axe.ts'
import { openBrowser, sizes, type TestBrowser } from './browser.ts'
import { findDemoAccount } from './demo-account.ts'
import { chooseLanguage, signIn, waitUntilStill } from './pages.ts'
import type { Language } from './words.ts'

/** In pixels: bars at the bottom of the screen cover the end of the page. */
const roomForBars = 400

const roles = [...new Set(screens.map(screen => screen.role))]

/** From the start page to a role's first screen. */
export async function enterAs(
  browser: TestBrowser,
  {
    origin,
    role,
    language,
  }: { readonly origin: string; readonly role: Role | null; readonly language: Language },
): Promise<void> {
  const page = browser.page()
  if (role === null) {
    await page.goto(origin)
    await chooseLanguage(page, language)
  } else await signIn(page, origin, await findDemoAccount(page, origin, role), language)
}

/**
 * Axe on every screen of some roles: narrow in Vietnamese, then, by the switch on the screen, wide in English. What axe
 * finds hangs on the width or on the language, hardly on both, and on neither of them the colours.
 */
export function accessibleScreens(isWanted: (role: Role | null) => boolean): void {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer()
  }, 120_000)
  afterAll(() => server?.stop())

  describe.each(roles.filter(isWanted))('no screen has a serious violation as %s', role => {
    let browser: TestBrowser
    beforeAll(async () => {
      browser = await openBrowser({ origin: server.origin })
      await enterAs(browser, { origin: server.origin, role, language: 'vi' })
    }, 60_000)
    afterAll(() => browser?.close())

    test.each(screens.filter(screen => screen.role === role))('$name', async screen => {
      const page = browser.page()
      await page.setViewportSize(sizes.tablet)
      await screen.reach(page, 'vi')
      await expectAccessibleAt(page, sizes.phone.width, { withColours: true })
      await switchLanguage(page, 'en')
      await expectAccessibleAt(page, sizes.tablet.width, { withColours: false })
      await switchLanguage(page, 'vi')
      expect(browser.errors()).toEqual([])
    })
  })
}

async function expectAccessibleAt(
  page: Page,
  width: number,
  options: { readonly withColours: boolean },
): Promise<void> {
  await layOutAll(page)
  // So high that no bar lies over a link: half covered it would count as too small. What comes near the screen may be drawn
  // only then, so once more.
  for (const least of [sizes.tablet.height, 0, 0]) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: least || height + roomForBars })
    await waitUntilStill(page)
  }
  await expectAccessible(page, options)
}

/** Also below an open dialog. */
async function switchLanguage(page: Page, language: Language): Promise<void> {
  await page.locator(`button[lang=${language}]`).first().dispatchEvent('click')
  await page.locator(`html[lang=${language}]`).waitFor()
}
