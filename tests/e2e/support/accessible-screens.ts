import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../../src/domain/people/role.ts'
import { screens } from '../../shots/screens.ts'
import { startServer, type RunningServer } from '../../support/start-server.ts'
import { expectAccessible } from './axe.ts'
import { openBrowser, sizes, type TestBrowser } from './browser.ts'
import { findDemoAccount } from './demo-account.ts'
import { chooseLanguage, signIn, waitUntilStill } from './pages.ts'
import type { Language } from './words.ts'

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

/** Axe on every screen of the app in one language, wide and narrow. A language is a file, so that two run side by side. */
export function accessibleScreens(language: Language): void {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer()
  }, 120_000)
  afterAll(() => server?.stop())

  describe.each(roles)(`no screen has a serious violation (${language}) as %s`, role => {
    let browser: TestBrowser
    beforeAll(async () => {
      browser = await openBrowser({ origin: server.origin, language })
      await enterAs(browser, { origin: server.origin, role, language })
    }, 60_000)
    afterAll(() => browser?.close())

    test.each(screens.filter(screen => screen.role === role))('$name', async screen => {
      const page = browser.page()
      await page.setViewportSize(sizes.tablet)
      await screen.reach(page, language)
      // A width for each language: what axe finds hangs on the one or on the other, hardly on both.
      for (const { width } of language === 'vi' ? [sizes.phone] : [sizes.tablet]) {
        // High enough that no bar lies over a link: half covered it would count as too small.
        await page.setViewportSize({ width, height: 8000 })
        await waitUntilStill(page)
        await expectAccessible(page)
      }
      expect(browser.errors()).toEqual([])
    })
  })
}
