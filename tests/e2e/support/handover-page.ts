import type { Page } from 'playwright-core'
import { goTo } from './pages.ts'
import { word, type Language } from './words.ts'

export interface HandoverPage {
  /** From "my work" into the citizen's hands; nothing to do when it is there already. */
  readonly begin: () => Promise<void>
  readonly choose: (question: string, at: number) => Promise<void>
  readonly press: (key: string) => Promise<void>
  readonly goToEnd: () => Promise<void>
  readonly section: (title: string) => Promise<void>
  readonly unlock: (password: string) => Promise<void>
}

/** The satisfaction form on a tablet that was handed over. */
export const handoverPage = (page: Page, language: Language = 'vi'): HandoverPage => {
  const button = (key: string) => page.getByRole('button', { name: word(`handover.${key}`, language), exact: true }) // prettier-ignore
  const press = (key: string) => button(key).click()
  return {
    begin: async () => {
      if (!page.url().includes('/handover/')) {
        await goTo(page, '/work')
        await press('start')
      }
      await page.waitForURL('**/handover/**')
      await page.locator('#question-cs_field').waitFor()
    },
    choose: (question, at) => page.locator(`#q-${question} label`).nth(at).click(),
    press,
    goToEnd: async () => {
      await press('next')
      await page.locator('#question-cs_overall').waitFor()
      await press('next')
      await page.locator('#question-cs_note').waitFor()
    },
    section: title => page.getByRole('heading', { name: title, exact: true }).waitFor(),
    unlock: async password => {
      const field = page.locator('dialog[open] input[name=password]')
      if (!(await field.isVisible())) await press('giveBack.do')
      await field.fill(password)
      await page
        .locator('dialog[open]')
        .getByRole('button', { name: word('handover.giveBack.open', language) })
        .click()
    },
  }
}
