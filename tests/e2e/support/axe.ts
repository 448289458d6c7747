import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** No serious or critical violation of WCAG 2.2 AA on the page as it stands. */
export async function expectAccessible(
  page: Page,
  /** False where the same screen is looked at for its colours elsewhere: that takes half of the time. */
  { withColours = true }: { readonly withColours?: boolean } = {},
): Promise<void> {
  await layOutAll(page)
  const { violations, passes } = await new AxeBuilder({ page })
    // There are no frames: a page of its own to put their findings together costs more than the search.
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      ...(withColours ? {} : { rules: { 'color-contrast': { enabled: false } } }),
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    .analyze()
  const serious = violations.filter(one => one.impact === 'serious' || one.impact === 'critical')
  const told = serious.flatMap(one => one.nodes.map(node => `${one.id}: ${one.help}: ${node.html}`))
  expect(told, await page.title()).toEqual([])
  // A page that did not load has nothing to complain of.
  expect(passes.length).toBeGreaterThan(3)
}

/** What the browser passes over while it is off the screen has no true size, and would seem to lie on top of the next. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
}
