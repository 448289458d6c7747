import { loadUntilPainted } from '../support/frames.ts'
import { figure, type Measure } from '../support/figure.ts'
import { withApp } from '../support/open-app.ts'
import { percentile } from '../support/percentile.ts'
import { throttleCpu } from '../support/throttle.ts'

const starts = 5

/** The browser opened anew, the server dead: from the address until a task of "my work" can be tapped. */
export const measureColdStart: Measure = () =>
  withApp('communeOfficial', async ({ server, browser }) => {
    await server.kill()
    const times: number[] = []
    for (let start = 0; start < starts; start++) {
      await browser.close()
      const page = await browser.reopen()
      await throttleCpu(browser.cdp())
      times.push(await loadUntilPainted(page, `${server.origin}/work`, 'main button'))
    }
    return [figure('cold start offline, 4× slower, p50', percentile(times, 0.5), 'ms', 1_500)]
  })
