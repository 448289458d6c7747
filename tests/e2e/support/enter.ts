import type { Page } from 'playwright-core'
import type { TestBrowser } from './browser.ts'
import { signIn, waitUntilInstalled, type Account } from './pages.ts'
import { waitUntilSynced } from './sync-page.ts'

/** Signs in on a tablet that can be without a network from then on. */
export async function enter(browser: TestBrowser, origin: string, account: Account): Promise<Page> {
  const page = browser.page()
  await signIn(page, origin, account)
  await waitUntilInstalled(page)
  await waitUntilSynced(page)
  return page
}
