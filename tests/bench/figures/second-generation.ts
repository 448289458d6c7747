import type { CDPSession } from 'playwright-core'
import type { Op } from '../../../src/sync/protocol/op.ts'
import type { TimedChange } from '../page/bulk-page.ts'
import type { BareServer } from '../support/bare-server.ts'
import type { BulkTablet } from '../support/bulk-tablet.ts'
import type { CountingProxy } from '../support/counting-proxy.ts'
import { figure, type Figure } from '../support/figure.ts'
import { mustBe } from '../support/must-be.ts'
import { throttleNetwork } from '../support/throttle.ts'

const line = { latencyMs: 800, downKbit: 100, upKbit: 50 }

interface Given {
  readonly filler: BulkTablet
  readonly bare: BareServer
  readonly proxies: { readonly app: CountingProxy; readonly bare: CountingProxy }
}

/**
 * 200 answers over a line of 800 ms, 50 kbit/s up; beside it the least that the same ops can take over the same line: one
 * gzipped POST of them and its answer.
 */
export async function measureSecondGeneration(
  { filler, bare, proxies }: Given,
  changes: readonly TimedChange[],
): Promise<readonly Figure[]> {
  await filler.withApp(app => app.evaluate((one, json) => one.save(json), JSON.stringify(changes)))
  const slow = (cdp: CDPSession) => throttleNetwork(cdp, line)
  const sent = await filler.withApp(async (app, cdp) => {
    const ops = JSON.parse(await app.evaluate(one => one.listOutbox())) as readonly Op[]
    await slow(cdp)
    const before = proxies.app.bytes()
    const startedAt = performance.now()
    const result = await app.evaluate(one => one.sync())
    mustBe(result.sent, changes.length)
    const seconds = (performance.now() - startedAt) / 1000
    return { ...result, ops, seconds, bytes: proxies.app.bytes() - before }
  })

  bare.offer(sent.ops)
  let before = 0
  const spent = await filler.measureBare(
    one => one.push(),
    { ops: sent.ops, rows: [] },
    async cdp => {
      await slow(cdp)
      before = proxies.bare.bytes()
    },
  )
  return [
    figure('push_200_2g_time', sent.seconds, 's', 8),
    figure('push_200_2g_requests', sent.requests, 'requests'),
    figure('push_200_2g_bytes', sent.bytes / 1000, 'KB'),
    figure('push_200_2g_time_bare', spent.wallMs / 1000, 's'),
    figure('push_200_2g_bytes_bare', (proxies.bare.bytes() - before) / 1000, 'KB'),
  ]
}
