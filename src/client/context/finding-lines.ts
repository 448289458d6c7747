import { byNeed, type FindingLine } from '../../domain/audits/list-findings.ts'
import { findingType } from '../../domain/audits/finding-fields.ts'
import { parseFeedId } from '../../domain/people/feed.ts'
import { fieldsOfLines, listUnitFindings } from '../../domain/reports/board/list-unit-findings.ts'
import type { Row } from '../../sync/replica/row.ts'
import type { Digest, Digests } from './app.ts'
import { toThings } from './use-qms-facts.ts'

/** The lines of one feed, and of which state of it. */
interface KnownLines {
  readonly version: string
  readonly lines: readonly FindingLine[]
}

/** By feed; handed from screen to screen, so that the next one begins with what the last one knew. */
export type FindingLinesKnown = ReadonlyMap<string, KnownLines>

/** Raise it whenever a line has other fields. */
const format = 1

/** So many communes are folded before the page gets its turn. */
const feedsAtOnce = 20

/**
 * The lines of all findings on the tablet, those of most need first. They are kept beside each feed with its version: a
 * board of ten thousand reads a text for each commune, and after a pull or a save only the feeds that have changed since.
 * Until those are read the lines of before are shown.
 * @param known what an earlier watch gave, and what is shown already: `show` is called once there is something else
 */
export function watchFindingLines(
  digests: Digests,
  today: string,
  known: FindingLinesKnown | undefined,
  show: (lines: readonly FindingLine[], known: FindingLinesKnown) => void,
): { readonly stop: () => void } {
  let byFeed = new Map<string, KnownLines>(known)
  let versions: ReadonlyMap<string, string> = new Map()
  let isStopped = false
  let isWorking = false
  // What is on the screen already is not shown once more: ten thousand lines would be counted and drawn again.
  let shown = known && nameOf(known)

  const versionOf = (feed: string): string => `${versions.get(feed)} ${today} ${format}`
  const listFeeds = (): readonly string[] =>
    [...versions.keys()].filter(feed => parseFeedId(feed)?.feedClass === 'unit')

  function tell(): void {
    const feeds = listFeeds()
    byFeed = new Map(
      feeds.flatMap(feed => {
        const own = byFeed.get(feed)
        return own ? [[feed, own] as const] : []
      }),
    )
    // Nothing is shown of a tablet whose findings were never read: "none" would be a lie.
    if (isStopped || byFeed.size < feeds.length) return
    const now = nameOf(byFeed)
    if (now === shown) return
    shown = now
    show([...byFeed.values()].flatMap(({ lines }) => lines).sort(byNeed), byFeed)
  }

  async function work(): Promise<void> {
    if (isWorking) return
    isWorking = true
    try {
      for (;;) {
        const feeds = listFeeds()
        const behind = feeds.filter(feed => byFeed.get(feed)?.version !== versionOf(feed))
        if (behind.length === 0 || isStopped) break
        const named = behind.map(feed => [feed, versionOf(feed)] as const)
        const rowsByFeed = await readRows(digests, behind, feeds.length)
        const fresh = new Map<string, Digest>()
        for (const [at, [feed, version]] of named.entries()) {
          if (at > 0 && at % feedsAtOnce === 0) await new Promise(resolve => setTimeout(resolve))
          const lines = listUnitFindings(toThings(rowsByFeed.get(feed) ?? []), today)
          byFeed.set(feed, { version, lines })
          fresh.set(feed, { version, parts: [JSON.stringify(lines)] })
        }
        tell()
        await digests.put(fresh, 'findings')
      }
    } finally {
      isWorking = false
    }
    tell()
  }

  async function readKept(): Promise<void> {
    if (known) return
    for (const [feed, { version, parts }] of await digests.read('findings')) {
      const [text] = parts
      // Of another format it is no use, of another day it is what was known so far.
      if (text !== undefined && version.endsWith(` ${format}`))
        byFeed.set(feed, { version, lines: JSON.parse(text) as readonly FindingLine[] })
    }
  }

  const kept = readKept()
  const subscription = digests.watchVersions().subscribe(next => {
    versions = next
    void kept.then(() => {
      tell()
      // Whatever goes wrong here (a database that is closing) leaves what is shown as it is.
      return work().catch(() => undefined)
    })
  })
  return {
    stop() {
      isStopped = true
      subscription.unsubscribe()
    },
  }
}

const nameOf = (known: FindingLinesKnown): string =>
  [...known].map(([feed, { version }]) => `${feed} ${version}`).join('\n')

/** Of all findings what lines are made of, when most feeds have to be read; otherwise feed by feed. */
async function readRows(
  digests: Digests,
  feeds: readonly string[],
  ofFeeds: number,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (feeds.length * 2 > ofFeeds) {
    const rows: (readonly Row[])[] = []
    // One after the other: what comes at once is copied at once, and the page stands still meanwhile.
    for (const prefix of fieldsOfLines) rows.push(await digests.rowsOfType(findingType, prefix))
    return Map.groupBy(rows.flat(), ({ feed }) => feed)
  }
  const found = await Promise.all(
    feeds.map(async feed => {
      const rows = await digests.rowsOf(feed)
      return [feed, rows.filter(({ type }) => type === findingType)] as const
    }),
  )
  return new Map(found)
}
