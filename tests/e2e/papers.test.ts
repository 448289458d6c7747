import { expect, test } from 'vitest'
import { sizes } from './support/browser.ts'
import { findDemoAccount } from './support/demo-account.ts'
import { oneTablet } from './support/one-tablet.ts'
import { goTo, signIn } from './support/pages.ts'

const { server, tablet } = oneTablet()

test('a paper has no holes in its lines on a phone, and its signatures are printed on one page with the last facts', async () => {
  const page = tablet().page()
  await signIn(page, server().origin, await findDemoAccount(page, server().origin, 'communeLeader'))
  await goTo(page, '/findings')
  await page.locator('main li a[href^="/findings/"]').first().click()
  await page.locator('main a[href^="/papers/car/"]').first().click()
  const facts = page.locator('article > p:has(> strong)')
  await facts.first().waitFor()

  expect(await facts.first().evaluate(one => getComputedStyle(one).textAlign)).toBe('justify')
  await page.setViewportSize(sizes.phone)
  expect(await facts.first().evaluate(one => getComputedStyle(one).textAlign)).toBe('start')

  await page.setViewportSize(sizes.tablet)
  await page.emulateMedia({ media: 'print' })
  const foot = page.locator('article > div[data-signers="5"]')
  expect(await foot.evaluate(one => getComputedStyle(one).breakInside)).toBe('avoid')
  const kept = await facts.evaluateAll(all => all.map(one => getComputedStyle(one).breakAfter === 'avoid'))
  expect(kept.slice(-4)).toEqual([false, true, true, true])
})
