import type { Page } from 'playwright-core'
import { aimAt } from './aim-at.ts'
import { timeTap } from './frames.ts'
import { throttleCpu } from './throttle.ts'

/**
 * What the browser itself needs, in the app's own page: one put in one strict transaction of a database of its
 * own, without Dexie, from the call until "complete". Milliseconds.
 */
export const timeBareSaves = (page: Page, times: number): Promise<readonly number[]> =>
  page.evaluate(async count => {
    const opening = indexedDB.open('bare-floor', 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'))
    await new Promise((resolve, reject) => {
      opening.addEventListener('success', resolve)
      opening.addEventListener('error', reject)
    })
    const db = opening.result
    const taken: number[] = []
    for (let at = 0; at < count; at++) {
      await new Promise(resolve => setTimeout(resolve, 50))
      const startedAt = performance.now()
      await new Promise((resolve, reject) => {
        const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' })
        transaction.objectStore('rows').put({ field: 'answers/q', value: 'x', at }, at)
        transaction.addEventListener('complete', resolve)
        transaction.addEventListener('abort', reject)
      })
      taken.push(performance.now() - startedAt)
    }
    db.close()
    indexedDB.deleteDatabase('bare-floor')
    return taken
  }, times)

/** From a tap on a bare page, in which three lines of script show or hide a paragraph, until that is on the glass. */
export async function timeBareTaps(app: Page, times: number): Promise<readonly number[]> {
  const page = await app.context().newPage()
  await page.setContent('<label><input type="checkbox"> tap</label>')
  await page.evaluate(() => {
    document.querySelector('input')?.addEventListener('change', event => {
      if (!(event.target as HTMLInputElement).checked) document.querySelector('#other')?.remove()
      else document.body.append(Object.assign(document.createElement('p'), { id: 'other', textContent: 'x' }))
    })
  })
  await throttleCpu(await page.context().newCDPSession(page))
  const taken: number[] = []
  for (let tap = 0; tap < times; tap++) {
    const wanted = tap % 2 === 0 ? { appears: '#other' } : { disappears: '#other' }
    const { visibleMs } = await timeTap(page, await aimAt(page.locator('label')), wanted)
    taken.push(visibleMs)
  }
  await page.close()
  return taken
}
