import { createScope } from '../../../src/domain/people/scope.ts'
import { feedId } from '../../../src/domain/people/feed.ts'
import { loadDirectory } from '../../../src/server/app/admin/load-directory.ts'
import { openServices } from '../../../src/server/app/open-services.ts'
import { provinceId, unitsFrom } from '../../../src/server/app/seed-reference.ts'
import type { Role } from '../../../src/domain/people/role.ts'
import type { SyncRequest, SyncResponse } from '../../../src/sync/protocol/wire.ts'
import { makeTempFolder, removeTempFolder } from '../../support/temp-folder.ts'
import { figure, type Figure, type Measure } from '../support/figure.ts'
import { percentile } from '../support/percentile.ts'
import { configOf, seedLog } from '../support/seed-log.ts'

const few = 10_000
/** `ISOXA_BENCH_PULL_OPS=1000000 npm run bench -- pull-cost` for a quicker look. */
const many = Number(process.env['ISOXA_BENCH_PULL_OPS'] ?? 5_000_000)
const rounds = 60
/** Rounds that do not count: the code is compiled and the file's pages are read. */
const warmingUp = 30
/** How many changes the tablet has not seen. */
const unseen = 20

/**
 * What a pull costs the server when little and when much is stored: the authority on a SQLite file, milliseconds of
 * wall time, median of sixty. The tablets and what is new to them are the same in
 * both, so the figures should be, too.
 */
export const measurePullCost: Measure = async () => {
  const small = await measureAt(few)
  const large = await measureAt(many)
  return Object.keys(small).flatMap((what): Figure[] => {
    const [before, after] = [small[what] ?? NaN, large[what] ?? NaN]
    return [
      figure(`pull_${what}_at_${few}_ops`, before, 'ms'),
      figure(`pull_${what}_at_${many}_ops`, after, 'ms'),
      figure(`pull_${what}_growth`, after / before, 'ratio', 1.5),
    ]
  })
}

async function measureAt(ops: number): Promise<Readonly<Record<string, number>>> {
  const dataFolder = makeTempFolder('pull')
  await seedLog(dataFolder, ops)
  const opened = await openServices(configOf(dataFolder), () => undefined)
  const { services } = opened
  try {
    const directory = await loadDirectory(services)
    const { tree } = directory
    const today = '2026-11-23'
    const commune = tree.units.find(unit => unit.code === '05998')
    if (!commune) throw new Error('the commune is missing')
    const speakerAt = (role: Role, unit: string) => ({
      person: 'p-filler',
      directory,
      scope: createScope(
        [{ id: 'a', person: 'p-filler', role, unit, from: unitsFrom, to: null }],
        tree,
        today,
      ),
    })
    const official = speakerAt('communeOfficial', commune.id)
    const coordinator = speakerAt('provinceCoordinator', provinceId)
    const ask = (
      cursors: SyncRequest['cursors'],
      speaker: typeof official,
      room = 64_000,
    ): Promise<SyncResponse> =>
      services.authority.sync(speaker, {
        protocol: 1,
        person: 'p-filler',
        device: 'dev-bench',
        ops: [],
        cursors,
        room,
      })
    const cursorsOf = async (speaker: typeof official, back: number) => {
      const feeds = speaker.scope.feeds
      const heads = await services.entries.heads(feeds)
      return Object.fromEntries(
        [...heads.values()].map(({ feed, epoch, head }) => [
          feed,
          [epoch, Math.max(0, head - (feed === feedId(commune.id, 'unit') ? back : 0))] as const,
        ]),
      )
    }
    const news = await cursorsOf(official, unseen)
    const nothing = await cursorsOf(official, 0)
    const all = await cursorsOf(coordinator, 0)
    return {
      nothing_new: await median(
        () => ask(nothing, official),
        answer => answer.pages.length === 0,
      ),
      nothing_new_province: await median(
        () => ask(all, coordinator),
        answer => answer.pages.length === 0,
      ),
      some_new: await median(
        () => ask(news, official),
        answer => (answer.pages[0]?.entries.length ?? 0) > 0,
      ),
    }
  } finally {
    await opened.close()
    removeTempFolder(dataFolder)
  }
}

async function median(
  work: () => Promise<SyncResponse>,
  isRight: (answer: SyncResponse) => boolean,
): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < warmingUp + rounds; round++) {
    const startedAt = performance.now()
    const answer = await work()
    times.push(performance.now() - startedAt)
    if (!isRight(answer))
      throw new Error(`another answer than expected: ${JSON.stringify(answer).slice(0, 300)}`)
  }
  return percentile(times.slice(warmingUp), 0.5)
}
