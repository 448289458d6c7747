import { fileURLToPath } from 'node:url'
import type { Op } from '../../../src/sync/protocol/op.ts'
import type { Row } from '../../../src/sync/replica/row.ts'
import { openBrowser } from '../../e2e/support/browser.ts'
import { findFreePort } from '../../support/free-port.ts'
import { startServer } from '../../support/start-server.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import type { TimedChange } from '../page/bulk-page.ts'
import { openBareServer, type BareServer } from '../support/bare-server.ts'
import { makeChanges } from '../support/bulk-changes.ts'
import { bulkPeople, makeBulkPeople } from '../support/bulk-people.ts'
import { createBulkTablet, type BulkTablet, type MeasuredSync } from '../support/bulk-tablet.ts'
import { bundlePage } from '../support/bundle-page.ts'
import { openCountingProxy, type CountingProxy } from '../support/counting-proxy.ts'
import type { Spent } from '../support/cpu.ts'
import { figure, type Figure, type Measure } from '../support/figure.ts'
import { percentile } from '../support/percentile.ts'
import { mustBe } from '../support/must-be.ts'
import { measureConflicts, measureUpdates } from './bulk-updates.ts'
import { measureSecondGeneration } from './second-generation.ts'

const rounds = Number(process.env['ISOXA_BENCH_BULK_ROUNDS'] ?? 3)
const bulkCount = 10_000
const pageScript = fileURLToPath(new URL('../page/bulk-page.ts', import.meta.url))

interface Tablets {
  readonly filler: BulkTablet
  readonly coordinator: BulkTablet
  /** The filler's second tablet. */
  readonly twin: BulkTablet
  readonly bare: BareServer
  readonly proxies: { readonly app: CountingProxy; readonly bare: CountingProxy }
}

/**
 * Push and pull of 10,000 answers through the real store, replica, link and server; without screens, so that it
 * stands beside a bare gzip fetch + bulkPut (`page/bulk-page.ts` says what that does). Each is done in a page of
 * its own, the app and the bare one after the other in the same browser; the median of the rounds counts.
 */
export const measureBulkSync: Measure = async () => {
  const port = await findFreePort()
  const proxy = await openCountingProxy(port)
  const { origin } = proxy
  const dataDir = makeTempFolder('bulk')
  await makeBulkPeople(dataDir, origin)
  const env = { ISOXA_MODE: 'production', ISOXA_ORIGIN: origin }
  const server = await startServer({ port, dataDir, env })
  const bare = await openBareServer()
  const script = await bundlePage(pageScript)
  const bareProxy = await openCountingProxy(Number(new URL(bare.origin).port))
  const given = { script, proxy, bareOrigin: bareProxy.origin }
  const browsers = [
    await openBrowser({ origin }),
    await openBrowser({ origin }),
    await openBrowser({ origin }),
  ] as const
  try {
    return await measureAll({
      filler: createBulkTablet(browsers[0], { ...given, account: bulkPeople.filler }),
      coordinator: createBulkTablet(browsers[1], { ...given, account: bulkPeople.coordinator }),
      twin: createBulkTablet(browsers[2], { ...given, account: bulkPeople.filler }),
      bare,
      proxies: { app: proxy, bare: bareProxy },
    })
  } finally {
    for (const browser of browsers) await browser.close()
    await server.stop()
    proxy.close()
    bareProxy.close()
    bare.close()
  }
}

async function measureAll(tablets: Tablets): Promise<readonly Figure[]> {
  const { filler, coordinator } = tablets
  // Units and people come first, so that 10,000 are 10,000.
  await filler.measureSync()
  await coordinator.measureSync()
  const measured: Round[] = []
  for (let round = 1; round <= rounds; round++) measured.push(await measureRound(tablets, round))
  const empty = await coordinator.measureSync()
  mustBe(empty.sent + empty.received, 0)
  const first = makeChanges(bulkCount, 'bench1', 1)
  // Before others leave something to be pulled: that would be paid for on the slow line.
  const slow = makeChanges(bulkCount, 'slow', rounds + 1).slice(0, 200)
  const overSlowLine = await measureSecondGeneration(tablets, slow)
  const updates = await measureUpdates(tablets, first)
  const conflicts = await measureConflicts(tablets, first)
  const push = measured.map(one => ({ app: one.push, bare: one.barePush }))
  const pull = measured.map(one => ({ app: one.pull, bare: one.barePull }))
  const outbox = measured.map(one => one.push.pageMs / one.bareOutbox.pageMs)
  return [
    ...figuresOf('push_10k', push, { megabytes: 1.75, ratio: 2 }),
    figure('push_10k_cpu_ratio_to_bare_outbox', percentile(outbox, 0.5), 'ratio'),
    ...figuresOf('pull_10k', pull, { requests: 21, megabytes: 1.65, ratio: 1.5 }),
    figure('empty_sync_province_requests', empty.requests, 'requests'),
    figure('empty_sync_province_bytes', empty.bytes, 'bytes'),
    ...updates,
    ...conflicts,
    ...overSlowLine,
  ]
}

interface Round {
  readonly push: MeasuredSync
  readonly barePush: Spent
  readonly bareOutbox: Spent
  readonly pull: MeasuredSync
  readonly barePull: Spent
}

/** One tablet sends 10,000 new answers and another gets them; beside it the bare one with the very same rows. */
async function measureRound({ filler, coordinator, bare }: Tablets, round: number): Promise<Round> {
  const changes = makeChanges(bulkCount, `bench${round}`, round)
  await save(filler, changes)
  const outbox = await filler.withApp(app => app.evaluate(one => one.listOutbox()))
  const ops = JSON.parse(outbox) as readonly Op[]
  const push = await filler.measureSync()
  mustBe(push.sent, bulkCount)
  const pull = await coordinator.measureSync()
  mustBe(pull.received, bulkCount)

  const things = [...new Set(ops.map(op => op.thing))]
  const stored = await coordinator.withApp(app => app.evaluate((one, given) => one.listRows(given), things))
  const rows = JSON.parse(stored) as readonly Row[]
  mustBe(rows.length, bulkCount)
  bare.offer(rows)
  const byOp = new Map(rows.map(row => [row.op, row]))
  const work = { ops, rows: ops.flatMap(op => byOp.get(op.id) ?? []) }
  mustBe(work.rows.length, bulkCount)
  return {
    push,
    pull,
    barePush: await filler.measureBare(one => one.push(), work),
    bareOutbox: await filler.measureBare(one => one.pushOutbox(), work),
    barePull: await coordinator.measureBare(one => one.pull()),
  }
}

const save = (filler: BulkTablet, changes: readonly TimedChange[]): Promise<void> =>
  filler.withApp(app => app.evaluate((one, json) => one.save(json), JSON.stringify(changes)))

interface Budget {
  readonly requests?: number
  readonly megabytes: number
  readonly ratio: number
}

function figuresOf(
  name: string,
  pairs: readonly { readonly app: MeasuredSync; readonly bare: Spent }[],
  budget: Budget,
): readonly Figure[] {
  const median = (value: (one: (typeof pairs)[number]) => number) => percentile(pairs.map(value), 0.5)
  return [
    figure(
      `${name}_requests`,
      median(({ app }) => app.requests),
      'requests',
      budget.requests,
    ),
    figure(`${name}_bytes`, median(({ app }) => app.bytes) / 1e6, 'MB', budget.megabytes),
    figure(
      `${name}_cpu`,
      median(({ app }) => app.pageMs),
      'ms',
    ),
    figure(
      `${name}_cpu_bare`,
      median(({ bare }) => bare.pageMs),
      'ms',
    ),
    figure(
      `${name}_cpu_ratio`,
      median(({ app, bare }) => app.pageMs / bare.pageMs),
      'ratio',
      budget.ratio,
    ),
    figure(
      `${name}_browser_cpu_ratio`,
      median(({ app, bare }) => app.browserMs / bare.browserMs),
      'ratio',
    ),
    figure(
      `${name}_wall`,
      median(({ app }) => app.wallMs),
      'ms',
    ),
    figure(
      `${name}_wall_bare`,
      median(({ bare }) => bare.wallMs),
      'ms',
    ),
  ]
}
