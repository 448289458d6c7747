import type { BrowserContext, CDPSession, Page } from 'playwright-core'

export interface Spent {
  /** CPU of the page's main thread: what stands in the way of a tap. */
  readonly pageMs: number
  /** CPU of all the browser's processes: with the network's and the database's. */
  readonly browserMs: number
  readonly wallMs: number
}

/**
 * What the work costs. Thread time, not time passed, so that other programs of the machine count for little;
 * rubbish of before is cleared first.
 */
export async function measureCpu<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<Spent & { readonly result: T }> {
  const cdp = await page.context().newCDPSession(page)
  const browser = await browserSession(page.context())
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await read(cdp, browser)
  const startedAt = performance.now()
  const result = await work()
  const wallMs = performance.now() - startedAt
  const after = await read(cdp, browser)
  await cdp.detach()
  await browser.detach()
  return { result, wallMs, pageMs: after.page - before.page, browserMs: after.browser - before.browser }
}

async function read(cdp: CDPSession, browser: CDPSession) {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  const task = metrics.find(metric => metric.name === 'TaskDuration')?.value
  if (task === undefined) throw new Error('the browser tells no TaskDuration')
  return {
    page: task * 1000,
    browser: processInfo.reduce((sum, one) => sum + one.cpuTime, 0) * 1000,
  }
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser()
  if (!browser) throw new Error('the context has no browser')
  return browser.newBrowserCDPSession()
}
