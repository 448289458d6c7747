import type { Page } from 'playwright-core'

export interface TabStops {
  /** False when the walk did not come out of the page again. */
  readonly hasEnd: boolean
  readonly count: number
  /** What is wrong at a stop, one sentence each. */
  readonly problems: readonly string[]
}

/** Walks through the page with the Tab key: at each stop one sees where one is, and nothing lies over it. */
export async function walkTabStops(page: Page, most = 150): Promise<TabStops> {
  const problems: string[] = []
  for (let count = 0; count < most; count++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const box = element.getBoundingClientRect()
      // A field's frame, or the face beside a hidden box, may carry the ring for it.
      const bearers = [
        element,
        element.nextElementSibling,
        element.parentElement,
        element.parentElement?.parentElement,
      ]
      const hasRing = bearers.some(bearer => {
        if (!bearer) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(bearer)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      })
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 24))
      const isCovered = top !== null && !element.contains(top) && !top.contains(element)
      const name = (element.getAttribute('aria-label') ?? element.innerText).slice(0, 40)
      return { name, hasRing, isCovered, isSeen: box.bottom > 0 && box.top < innerHeight }
    })
    if (!stop) return { hasEnd: true, count, problems }
    if (!stop.hasRing) problems.push(`no ring at “${stop.name}”`)
    if (!stop.isSeen) problems.push(`“${stop.name}” is out of sight`)
    if (stop.isCovered) problems.push(`“${stop.name}” is covered`)
  }
  return { hasEnd: false, count: most, problems }
}
