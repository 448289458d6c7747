import type { Page } from 'playwright-core'
import { goTo } from './pages.ts'
import { word } from './words.ts'

export interface ReviewPage {
  /** From the list of communes into one's response, found by its name without diacritics. */
  readonly open: (commune: string) => Promise<void>
  readonly comment: (question: string, text: string) => Promise<void>
  readonly returnFor: (reason: string) => Promise<void>
  readonly approve: () => Promise<void>
}

/** What a district officer does with a response. */
export const reviewPage = (page: Page): ReviewPage => {
  const decide = async (name: string, reason?: string) => {
    await page.getByRole('button', { name, exact: true }).click()
    const dialog = page.locator('dialog[open]')
    if (reason !== undefined) await dialog.getByRole('textbox').fill(reason)
    await dialog.getByRole('button', { name, exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  return {
    open: async commune => {
      await goTo(page, '/communes')
      await page.getByRole('searchbox').fill(commune)
      await page.locator('a[href^="/review/"]:visible').first().click()
      await page.locator('[id^=question-]').first().waitFor()
    },
    comment: async (question, text) => {
      const item = page.locator(`#question-${question}`)
      await item.getByRole('button', { name: word('responses.comment.add') }).click()
      await item.getByRole('textbox').fill(text)
      await item
        .locator('button')
        .filter({ hasText: word('responses.comment.save') })
        .click()
      await item.getByText(text).waitFor()
    },
    returnFor: reason => decide(word('responses.review.return'), reason),
    approve: () => decide(word('responses.review.approve')),
  }
}
