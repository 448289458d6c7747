import type { Page } from 'playwright-core'
import { holdAChange } from './held-op.ts'
import { goTo } from './pages.ts'
import { word, type Language } from './words.ts'

/** A change of an official that no server takes, where the officer of the district decides about it. */
export async function openHeldElsewhere(page: Page, language: Language): Promise<void> {
  await holdAChange(new URL(page.url()).origin)
  await goTo(page, '/sync')
  await page
    .getByRole('button', { name: word('sync.held.ask', language), exact: true })
    .first()
    .click()
}
