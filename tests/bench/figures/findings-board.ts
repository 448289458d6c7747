import type { Page } from 'playwright-core'
import { goTo, waitUntilStill } from '../../e2e/support/pages.ts'
import { waitUntilSynced } from '../../e2e/support/sync-page.ts'
import { word } from '../../e2e/support/words.ts'
import { timeTap } from '../support/frames.ts'
import { figure, type Measure } from '../support/figure.ts'
import { withApp } from '../support/open-app.ts'
import { percentile } from '../support/percentile.ts'
import { throttleCpu } from '../support/throttle.ts'

const count = 10_000
const openings = 6
const starts = 3
const searches = 6
// No number that the copies get.
const needle = 'finding.2017.99999-1.1-1.06010'

/**
 * The board with 10,000 findings in the tablet's database, as a province has them: from the tap on the navigation until
 * the first row is there, from the last letter of a search and from a filter until the one row that they leave is.
 */
export const measureFindingsBoard: Measure = () =>
  withApp('provinceCoordinator', async ({ server, browser }) => {
    const page = browser.page()
    await waitUntilSynced(page)
    await server.kill()
    await fill(page)
    await page.reload()
    await waitUntilStill(page)
    await throttleCpu(browser.cdp())

    const open = async (): Promise<number> => {
      await goTo(page, '/account')
      const link = page.locator('nav a[href="/findings"]')
      const { visibleMs } = await timeTap(page, () => link.click(), {
        appears: 'main li a[href^="/findings/"]',
      })
      await page.waitForTimeout(3000)
      return visibleMs
    }
    // Once after so much came at once; then after each start of the app, and from screen to screen.
    const read = await open()
    const started: number[] = []
    for (let at = 0; at < starts; at++) {
      await goTo(page, '/communes')
      // Only the opening is measured, not the start before it.
      await throttleCpu(browser.cdp(), 1)
      await page.reload()
      await waitUntilStill(page)
      await page.waitForTimeout(3000)
      await throttleCpu(browser.cdp())
      started.push(await open())
    }
    const opened: number[] = []
    for (let at = 0; at < openings; at++) opened.push(await open())
    const row = `main li a[href*="${needle}"]`
    const searched: number[] = []
    const box = page.locator('main input[type=search]')
    for (let at = 0; at < searches; at++) {
      await box.fill('không có gì như vậy')
      await page.locator(row).waitFor({ state: 'detached' })
      await page.waitForTimeout(800)
      const { visibleMs } = await timeTap(page, () => box.fill('cây kim trong đống'), {
        appears: row,
        on: 'input',
      })
      searched.push(visibleMs)
    }
    await box.fill('')
    await page.waitForTimeout(1500)
    const filtered: number[] = []
    const chip = page.getByRole('button', { name: new RegExp(`^${word('findings.filter.repeat')}`, 'u') })
    for (let at = 0; at < searches; at++) {
      const { visibleMs } = await timeTap(page, () => chip.click(), { appears: row })
      filtered.push(visibleMs)
      await chip.click()
      await page.locator(row).waitFor({ state: 'detached' })
      await page.waitForTimeout(800)
    }
    return [
      figure('findings board, 10,000 findings that have just come, first rows, 4× slower', read, 'ms'),
      figure(
        'findings board, 10,000 findings, first rows, first opening after a start, 4× slower, p50',
        percentile(started, 0.5),
        'ms',
      ),
      figure(
        'findings board, 10,000 findings, first rows, 4× slower, p50',
        percentile(opened, 0.5),
        'ms',
        200,
      ),
      figure('findings board, search, 4× slower, p50', percentile(searched, 0.5), 'ms', 50),
      figure('findings board, filter, 4× slower, p50', percentile(filtered, 0.5), 'ms', 100),
    ]
  })

/** Copies of a finding of the demo: each with its request, two moves, a day and an owner, as most have them. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(
    async ([amount, name]) => {
      const open = (db: string) =>
        new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(db)
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
        })
      for (const { name: db = '' } of await indexedDB.databases()) {
        const database = await open(db)
        if (!database.objectStoreNames.contains('rows')) continue
        const all = await new Promise<Record<string, unknown>[]>(resolve => {
          const request = database.transaction('rows').objectStore('rows').getAll()
          request.addEventListener('success', () => resolve(request.result as Record<string, unknown>[]))
        })
        const request = all.find(row => row['type'] === 'finding' && row['field'] === 'request')
        const move = all.find(row => row['type'] === 'finding' && String(row['field']).startsWith('moves/'))
        if (!request || !move) continue
        // As a pull would: what was worked out of the feeds before counts for nothing any more.
        await new Promise(resolve => {
          const transaction = database.transaction('meta', 'readwrite')
          transaction.objectStore('meta').delete(IDBKeyRange.bound('findings/', 'findings/\uffff'))
          transaction.addEventListener('complete', resolve)
        })
        const value = request['value'] as Record<string, unknown>
        for (let from = 0; from < amount; from += 1000) {
          const transaction = database.transaction('rows', 'readwrite')
          const store = transaction.objectStore('rows')
          for (let at = from; at < from + 1000; at++) {
            const thing =
              at === 4321 ? `${name}@2017-10-15` : `finding.2017.${1000 + at}-1.1-1.06010@2017-10-15`
            const nature = at === 4321 ? 'Cây kim trong đống rơm' : `Hồ sơ thứ ${at} chưa có giấy hẹn`
            const repeats = at === 4321 ? ['finding.2016.1-1.1-1.06010@2017-10-15'] : []
            const own = { ...request, thing, value: { ...value, grade: 'minor', nature, repeats } }
            store.put(own)
            store.put({ ...move, thing, field: 'moves/a', value: { to: 'accepted' } })
            store.put({ ...move, thing, field: 'moves/b', value: { to: 'planned' } })
            store.put({ ...move, thing, field: 'action/dueOn', value: '2099-01-01' })
            store.put({ ...move, thing, field: 'action/owner', value: 'p-caominh' })
          }
          await new Promise(resolve => transaction.addEventListener('complete', resolve))
        }
      }
    },
    [count, needle] as const,
  )
}
