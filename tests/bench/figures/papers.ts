import { auditPage, findAuditUnderway } from '../../e2e/support/audit-page.ts'
import { phonePhoto } from '../../e2e/support/photo.ts'
import { waitUntilStill } from '../../e2e/support/pages.ts'
import { word } from '../../e2e/support/words.ts'
import { figure, type Measure } from '../support/figure.ts'
import { withApp } from '../support/open-app.ts'
import { throttleCpu } from '../support/throttle.ts'

const cardsWithPhotos = 6
const photosPerCard = 10

/**
 * The filled checklist of an audit with 60 photos as a Word file, on a dead network: from the tap until the browser has
 * the file, and the longest time that the page did nothing else meanwhile.
 */
export const measurePapers: Measure = () =>
  withApp('internalAuditor', async ({ server, browser }) => {
    const page = browser.page()
    const thing = await findAuditUnderway(page)
    await auditPage(page).openWork(thing)
    for (let at = 0; at < cardsWithPhotos; at++) {
      const card = page.locator('article').nth(at)
      await card.scrollIntoViewIfNeeded()
      const photos = Array.from({ length: photosPerCard }, (_, n) => phonePhoto(at * photosPerCard + n))
      await card.locator('input[type=file][multiple]').setInputFiles(photos)
      await card
        .locator('img')
        .nth(photosPerCard - 1)
        .waitFor({ timeout: 120_000 })
    }
    await server.kill()
    await page.goto(`${server.origin}/papers/checklist/${encodeURIComponent(thing)}`)
    await waitUntilStill(page)
    await page.waitForTimeout(3000)
    await throttleCpu(browser.cdp())
    await page.evaluate(() => {
      const longest = { ms: 0 }
      Object.assign(globalThis, { longestTask: longest })
      new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration)
      }).observe({ type: 'longtask' })
    })
    const begun = performance.now()
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 120_000 }),
      page.getByRole('button', { name: word('papers.saveDocx'), exact: true }).click(),
    ])
    const took = performance.now() - begun
    const longest = await page.evaluate(
      () => (globalThis as { longestTask?: { ms: number } }).longestTask?.ms ?? -1,
    )
    if (!download.suggestedFilename().endsWith('.docx')) throw new Error('it is no Word file')
    return [
      figure('paper with 60 photos, 4× slower', took / 1000, 's', 10),
      figure('paper with 60 photos, longest task of the page, 4× slower', longest, 'ms'),
    ]
  })
