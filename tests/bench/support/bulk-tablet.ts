import type { CDPSession, JSHandle, Page } from 'playwright-core'
import type { TestBrowser } from '../../e2e/support/browser.ts'
import type { Account, AppStore, Bare, BareWork, BulkPage } from '../page/bulk-page.ts'
import type { CountingProxy } from './counting-proxy.ts'
import { measureCpu, type Spent } from './cpu.ts'

export interface MeasuredSync extends Spent {
  readonly requests: number
  /** Both ways, headers included. */
  readonly bytes: number
  readonly sent: number
  readonly received: number
}

/** One person's browser, in which the app's store and sync run without screens; each call in a page of its own. */
export interface BulkTablet {
  readonly withApp: <T>(work: (app: JSHandle<AppStore>, cdp: CDPSession) => Promise<T>) => Promise<T>
  readonly measureSync: () => Promise<MeasuredSync>
  /** `given` lies in the page's memory and in its outbox before the work begins. */
  readonly measureBare: (
    work: (bare: Bare) => Promise<void>,
    given?: BareWork,
    /** Done before the work begins, such as slowing the line. */
    prepare?: (cdp: CDPSession) => Promise<void>,
  ) => Promise<Spent>
}

interface Given {
  readonly account: Account
  /** `page/bulk-page.ts` as one script. */
  readonly script: string
  readonly proxy: CountingProxy
  readonly bareOrigin: string
}

export function createBulkTablet(browser: TestBrowser, given: Given): BulkTablet {
  const { account, script, proxy, bareOrigin } = given

  async function inPage<T>(
    url: string,
    work: (page: Page, bulk: JSHandle<BulkPage>) => Promise<T>,
  ): Promise<T> {
    const page = await browser.context().newPage()
    await page.goto(url)
    await page.evaluate(script)
    const bulk = await page.evaluateHandle(() => (globalThis as unknown as { bulk: BulkPage }).bulk)
    const result = await work(page, bulk)
    await page.close()
    return result
  }

  // An address of the server that is not the app.
  const inAppPage = <T>(work: (page: Page, app: JSHandle<AppStore>) => Promise<T>) =>
    inPage(`${proxy.origin}/api/health`, async (page, bulk) =>
      work(page, await bulk.evaluateHandle((one, who) => one.openApp(who), account)),
    )

  return {
    withApp: work => inAppPage(async (page, app) => work(app, await page.context().newCDPSession(page))),
    measureSync: () =>
      inAppPage(async (page, app) => {
        const before = proxy.bytes()
        const { result, ...spent } = await measureCpu(page, () => app.evaluate(one => one.sync()))
        return { ...result, ...spent, bytes: proxy.bytes() - before }
      }),
    measureBare: (work, given, prepare) =>
      inPage(bareOrigin, async (page, bulk) => {
        const bare = await bulk.evaluateHandle(one => one.openBare())
        if (given) await bare.evaluate((one, json) => one.take(json), JSON.stringify(given))
        await prepare?.(await page.context().newCDPSession(page))
        const { result: _, ...spent } = await measureCpu(page, () => bare.evaluate(work))
        return spent
      }),
  }
}
