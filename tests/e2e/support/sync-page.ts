import type { Page } from 'playwright-core'
import { waitUntil } from '../../support/wait-until.ts'
import { goTo } from './pages.ts'
import { word, type Language } from './words.ts'

/** The pill of the top bar, by what it says. */
export const pill = (
  page: Page,
  state: 'synced' | 'syncing' | 'offline' | 'signIn',
  language: Language = 'vi',
) => page.getByRole('button', { name: word(`shell.pill.${state}`, language), exact: true })

/** The pill while the server has not taken so many changes. */
export const heldPill = (page: Page, count: number, language: Language = 'vi') =>
  page.getByRole('button', {
    name: word('shell.pill.held_other', language).replace('{{count}}', String(count)),
    exact: true,
  })

const countedMs = 400

/** All of this tablet is at the server, as the pill tells; what was just saved it tells a moment later. */
export async function waitUntilSynced(page: Page, timeoutMs = 60_000): Promise<void> {
  await page.waitForTimeout(countedMs)
  await pill(page, 'synced')
    .waitFor({ timeout: timeoutMs })
    .catch(async (cause: unknown) => {
      await goTo(page, '/sync')
      throw new Error(`not synced: ${await page.locator('main').innerText()}`, { cause })
    })
}

/** "Sync now", and back to where one was. */
export async function syncNow(page: Page, language: Language = 'vi'): Promise<void> {
  const before = new URL(page.url())
  await goTo(page, '/sync')
  const answered = page.waitForResponse(response => response.url().endsWith('/api/sync'))
  await page.getByRole('button', { name: word('sync.now', language), exact: true }).click()
  await answered
  await pill(page, 'synced', language).waitFor({ timeout: 60_000 })
  if (before.pathname !== '/sync') await page.goBack()
}

/** A number of the sync page: `waitingOps` or `waitingPhotos`. */
export async function readFact(page: Page, name: 'waitingOps' | 'waitingPhotos'): Promise<number> {
  const fact = page.locator('dl > div').filter({ has: page.getByText(word(`sync.${name}`), { exact: true }) })
  return waitUntil(name, async () => {
    const text = await fact.locator('dd').innerText()
    return /^[\d.]+$/u.test(text) ? Number(text.replaceAll('.', '')) : undefined
  })
}
