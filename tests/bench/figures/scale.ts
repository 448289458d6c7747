import { goTo, waitUntilStill } from '../../e2e/support/pages.ts'
import { waitUntilSynced } from '../../e2e/support/sync-page.ts'
import { figure, type Figure, type Measure } from '../support/figure.ts'
import { fillProvince } from '../support/fill-province.ts'
import { loadUntilPainted, timeTap } from '../support/frames.ts'
import { withApp } from '../support/open-app.ts'
import { percentile } from '../support/percentile.ts'
import { throttleCpu } from '../support/throttle.ts'

const openings = 6
const firstRow = 'main tbody a[href^="/road?unit="]'
const firstFigure = 'main a[href^="/board/list?of=declared"]'
/** Said only while something is still being worked out. */
const behind = 'main progress'

/**
 * The whole province on a tablet: 226 communes on the road, 10,000 findings, 50,000 answers, 5,000 documents. Opened for the
 * first time, when all is worked out; then as on any other day, from the tap and from a fresh start.
 */
export const measureScale: Measure = () =>
  withApp('provinceCoordinator', async ({ server, browser }) => {
    const page = browser.page()
    await waitUntilSynced(page)
    await server.kill()
    const { rows } = await fillProvince(page, new Date().toISOString().slice(0, 10))
    await page.reload()
    await waitUntilStill(page)
    await throttleCpu(browser.cdp())
    const found: Figure[] = [figure('scale, rows on the tablet', rows, 'rows')]

    const tapTo = async (path: string, appears: string): Promise<number> => {
      const link = page.locator(`a[href="${path}"]`).first()
      const { visibleMs } = await timeTap(page, () => link.click(), { appears })
      return visibleMs
    }
    await goTo(page, '/account')
    const begunAt = performance.now()
    const firstMs = await tapTo('/board', firstRow)
    await page.locator(behind).waitFor({ state: 'detached', timeout: 300_000 })
    found.push(
      figure('board, the very first opening, communes there, 4× slower', firstMs, 'ms', 200),
      figure(
        'board, the very first opening, all worked out, 4× slower',
        (performance.now() - begunAt) / 1000,
        's',
      ),
    )
    await page.waitForTimeout(1500)

    const board: number[] = []
    const figures: number[] = []
    for (let at = 0; at < openings; at++) {
      await goTo(page, '/account')
      board.push(await tapTo('/board', firstRow))
      await page.waitForTimeout(1000)
      figures.push(await tapTo('/board/figures', firstFigure))
      await page.waitForTimeout(2500)
    }
    const origin = new URL(page.url()).origin
    const fresh: number[] = []
    for (let at = 0; at < 3; at++) {
      fresh.push(await loadUntilPainted(page, `${origin}/board`, firstRow))
      await page.waitForTimeout(1500)
    }
    return [
      ...found,
      figure('board, 226 communes, first rows, 4× slower, p50', percentile(board, 0.5), 'ms', 200),
      figure('board, figures, first paint, 4× slower, p50', percentile(figures, 0.5), 'ms', 200),
      figure('board, from a fresh start of the app, 4× slower, p50', percentile(fresh, 0.5), 'ms'),
    ]
  })
