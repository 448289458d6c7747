import { setTimeout as sleep } from 'node:timers/promises'
import type { Request } from 'playwright-core'
import { goTo } from '../../e2e/support/pages.ts'
import { word } from '../../e2e/support/words.ts'
import { figure, type Measure } from '../support/figure.ts'
import { withApp } from '../support/open-app.ts'

/** "Sync now" with nothing to do on either side. */
export const measureEmptySync: Measure = () =>
  withApp('communeOfficial', async ({ browser }) => {
    const page = browser.page()
    await goTo(page, '/sync')
    await sleep(5_000)
    const requests: Request[] = []
    page.on('request', request => {
      if (new URL(request.url()).pathname.startsWith('/api/')) requests.push(request)
    })
    await page.getByRole('button', { name: word('sync.now') }).click()
    await sleep(5_000)
    if (requests.length === 0) throw new Error('"sync now" sent nothing')
    const sizes = await Promise.all(requests.map(request => request.sizes()))
    const bodies = sizes.reduce((sum, one) => sum + one.requestBodySize + one.responseBodySize, 0)
    const headers = sizes.reduce((sum, one) => sum + one.requestHeadersSize + one.responseHeadersSize, 0)
    return [
      figure('empty sync, requests', requests.length, 'requests', 1),
      figure('empty sync, bodies both ways', bodies, 'bytes', 1_000),
      figure('empty sync, headers both ways', headers, 'bytes'),
    ]
  })
