import type { Page } from 'playwright-core'
import { auditPage, findAuditUnderway } from '../../e2e/support/audit-page.ts'
import { smallPhoto } from '../../e2e/support/photo.ts'
import { waitUntilStill } from '../../e2e/support/pages.ts'
import { aimAt } from '../support/aim-at.ts'
import { timeTap } from '../support/frames.ts'
import { figure, type Measure } from '../support/figure.ts'
import { withApp } from '../support/open-app.ts'
import { percentile } from '../support/percentile.ts'
import { throttleCpu } from '../support/throttle.ts'

const openings = 10
const taps = 60
const betweenTapsMs = 300
const cardsWithPhotos = 6
const photosPerCard = 10

/**
 * The checklist of an audit under way, with 60 photos, on a dead network: from the tap on the link until its first card
 * is there, and a verdict that opens or closes the fields for words. Cards off the screen are part of the page.
 */
export const measureAudits: Measure = () =>
  withApp('internalAuditor', async ({ server, browser }) => {
    const page = browser.page()
    const thing = await findAuditUnderway(page)
    const audit = auditPage(page)
    await audit.openWork(thing, '?only=unanswered')
    const target = (await page.locator('article').last().getAttribute('id')) ?? ''
    await audit.openWork(thing)
    await addPhotos(page)
    await server.kill()
    await audit.openFindings(thing)
    await throttleCpu(browser.cdp())

    const opened: number[] = []
    const toWork = page.locator(`main a[href="/audits/${encodeURIComponent(thing)}/work"]`)
    for (let at = 0; at < openings; at++) {
      const { visibleMs } = await timeTap(page, () => toWork.click(), { appears: 'article' })
      opened.push(visibleMs)
      await waitUntilStill(page)
      await page.goBack()
      await toWork.waitFor()
    }

    await audit.openWork(thing, `?check=${encodeURIComponent(target.replace('check-', ''))}`)
    const card = `[id="${target}"]`
    await page.locator(`${card} label`).first().waitFor()
    await page.waitForTimeout(2000)
    const visible: number[] = []
    const saved: number[] = []
    for (let tap = 0; tap < taps; tap++) {
      const opens = tap % 2 === 0
      const fields = `${card} textarea`
      const times = await timeTap(page, await aimAt(page.locator(`${card} label`).nth(opens ? 1 : 0)), {
        ...(opens ? { appears: fields } : { disappears: fields }),
        savedWithin: card,
      })
      visible.push(times.visibleMs)
      if (times.savedMs === null) throw new Error('a verdict was never shown as saved')
      saved.push(times.savedMs)
      // As people tap, three times a second at most: the counts after the tap before are drawn in between.
      await page.waitForTimeout(betweenTapsMs)
    }
    return [
      figure('open an audit with 60 photos, 4× slower, p50', percentile(opened, 0.5), 'ms'),
      figure('open an audit with 60 photos, 4× slower, p95', percentile(opened, 0.95), 'ms', 300),
      figure('verdict to visible, 4× slower, p50', percentile(visible, 0.5), 'ms'),
      figure('verdict to visible, 4× slower, p95', percentile(visible, 0.95), 'ms', 50),
      figure('verdict to saved, 4× slower, p50', percentile(saved, 0.5), 'ms'),
      figure('verdict to saved, 4× slower, p95', percentile(saved, 0.95), 'ms', 100),
    ]
  })

/** To the first cards, as many as one may have. */
async function addPhotos(page: Page): Promise<void> {
  for (let at = 0; at < cardsWithPhotos; at++) {
    const card = page.locator('article').nth(at)
    await card.scrollIntoViewIfNeeded()
    const photos = Array.from({ length: photosPerCard }, (_, n) => smallPhoto(at * photosPerCard + n))
    await card.locator('input[type=file][multiple]').setInputFiles(photos)
    await card
      .locator('img')
      .nth(photosPerCard - 1)
      .waitFor({ timeout: 60_000 })
  }
}
