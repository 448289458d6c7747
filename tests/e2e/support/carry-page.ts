import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { goTo, waitUntilStill } from './pages.ts'
import { word, type Language } from './words.ts'

/** The screen on which work leaves as a file, or comes in as one. */
export function carryPage(page: Page, language: Language = 'vi') {
  const say = (key: string): string => word(`carry.${key}`, language)
  return {
    open: async () => {
      await goTo(page, '/sync')
      await page.locator('main a[href="/sync/carry"]').click()
      await page.waitForURL('**/sync/carry')
      await waitUntilStill(page)
      await page.getByRole('heading', { name: say('take.title') }).waitFor()
    },
    /** Makes the file and saves it into a folder. */
    pack: async (folder: string): Promise<{ readonly file: string; readonly words: string }> => {
      await page.getByRole('button', { name: say('pack.make'), exact: true }).click()
      const list = page.getByRole('region', { name: say('words.title') })
      await list.locator('li').first().waitFor({ timeout: 60_000 })
      const words = await list.locator('li').allInnerTexts()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: say('pack.save'), exact: true }).click()
      const saved = await download
      const file = join(folder, saved.suggestedFilename())
      await saved.saveAs(file)
      return { file, words: words.join(' ') }
    },
    choose: async (file: string) => {
      await page.locator('main input[type=file]').setInputFiles([file])
    },
    give: async (words: string) => {
      await page.locator('input[name=words]').fill(words)
      await page.getByRole('button', { name: say('take.open'), exact: true }).click()
    },
  }
}
