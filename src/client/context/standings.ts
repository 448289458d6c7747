import { vietnamDayOf } from '../../lib/vietnam-time.ts'
import type { FindingLine } from '../../domain/audits/list-findings.ts'
import type { FormVersion } from '../../domain/forms/form-version.ts'
import { feedId } from '../../domain/people/feed.ts'
import type { CommuneSpan } from '../../domain/qms/due-on.ts'
import type { Programme } from '../../domain/qms/programme.ts'
import type { QmsSettings } from '../../domain/qms/qms-facts.ts'
import { listUnitFindings } from '../../domain/reports/board/list-unit-findings.ts'
import { makeStanding, type Standing } from '../../domain/reports/board/standing.ts'
import type { Row } from '../../sync/replica/row.ts'
import type { Digest, Digests } from './app.ts'
import { toThings } from './use-qms-facts.ts'

/** Of one commune. */
export interface KnownStanding {
  readonly standing: Standing
  readonly findings: readonly FindingLine[]
}

/** What the standings of communes are made with; a change makes them all anew. */
export interface StandingsGiven {
  readonly units: readonly CommuneSpan[]
  readonly programme: Programme
  /** All of the province. */
  readonly programmes: readonly Programme[]
  readonly settings: QmsSettings
  readonly findForm: (name: { readonly id: string; readonly version: string }) => FormVersion | undefined
  readonly checklist: FormVersion | undefined
  /** Names and versions of all forms that are known. */
  readonly formNames: string
  /** `YYYY-MM-DD` */
  readonly today: string
}

export interface StandingsSeen {
  readonly byUnit: ReadonlyMap<string, KnownStanding>
  /** Communes whose standing is not that of now: not known yet, or being worked out again. */
  readonly behind: number
}

/** Counts for more than it looks: raise it whenever a standing has other fields. */
const format = 3
/** So long the page may be kept from answering, milliseconds. */
const sliceMs = 12
/** Standings are shown so often while they come, milliseconds, and written in such portions. */
const showEveryMs = 400
const portion = 24

/**
 * Works out how communes stand, feed by feed, beside whatever the page does. What was worked out is kept with the feed's
 * version, so that only what has changed since is read again; until then the earlier one is shown, and counted as behind.
 */
export function watchStandings(
  digests: Digests,
  given: StandingsGiven,
  show: (seen: StandingsSeen) => void,
): { readonly stop: () => void } {
  const known = new Map<string, { readonly version: string; readonly value: KnownStanding }>()
  const salt = saltOf(given)
  let versions: ReadonlyMap<string, string> = new Map()
  let isStopped = false
  let isWorking = false

  const versionOf = ({ id, from, to }: CommuneSpan): string => {
    const takesPart = given.programmes.map(({ communes }) => Number(communes.has(id)))
    return [versions.get(feedId(id, 'unit')), from, to, ...takesPart, salt].join(' ')
  }
  const listBehind = (): readonly CommuneSpan[] =>
    given.units.filter(unit => known.get(unit.id)?.version !== versionOf(unit))
  const tell = (): void => {
    if (!isStopped)
      show({
        byUnit: new Map([...known].map(([unit, { value }]) => [unit, value])),
        behind: listBehind().length,
      })
  }

  async function readKept(): Promise<void> {
    const kept = await digests.read('digest')
    for (const { id } of given.units) {
      const digest = kept.get(feedId(id, 'unit'))
      const value = digest && readParts(digest)
      if (digest && value) known.set(id, { version: digest.version, value })
    }
  }

  async function work(): Promise<void> {
    if (isWorking) return
    isWorking = true
    let fresh = new Map<string, Digest>()
    let [begunAt, shownAt] = [performance.now(), performance.now()]
    const keep = async (): Promise<void> => {
      const portionNow = fresh
      fresh = new Map()
      await digests.put(portionNow, 'digest')
    }
    for (let behind = listBehind(); behind.length > 0; behind = listBehind()) {
      for (const unit of behind) {
        const feed = feedId(unit.id, 'unit')
        const version = versionOf(unit)
        // A feed without a version has no rows: nothing has to be read.
        const rows = versions.has(feed) ? await digests.rowsOf(feed) : []
        if (isStopped) return
        const value = makeKnown(rows, unit, given)
        known.set(unit.id, { version, value })
        if (versions.has(feed)) fresh.set(feed, { version, parts: writeParts(value) })
        if (fresh.size >= portion) await keep()
        const now = performance.now()
        if (now - shownAt > showEveryMs) {
          tell()
          shownAt = now
        }
        if (now - begunAt > sliceMs) {
          await pause()
          begunAt = performance.now()
        }
      }
    }
    if (fresh.size > 0) await keep()
    isWorking = false
    tell()
  }

  let isReady = false
  const kept = readKept()
  const subscription = digests.watchVersions().subscribe(next => {
    versions = next
    void kept.then(() => {
      if (!isReady) tell()
      isReady = true
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

function makeKnown(rows: readonly Row[], unit: CommuneSpan, given: StandingsGiven): KnownStanding {
  const things = toThings(rows)
  return {
    standing: makeStanding(things, { ...given, unit, dayOf: vietnamDayOf }),
    findings: listUnitFindings(things, given.today),
  }
}

const writeParts = ({ standing, findings }: KnownStanding): readonly string[] => [
  JSON.stringify(standing),
  JSON.stringify(findings),
]

/** Findings are parsed when somebody looks at them: the board does not. */
function readParts({ parts }: Digest): KnownStanding | undefined {
  const [standing, findings] = parts
  if (standing === undefined || findings === undefined) return undefined
  let lines: readonly FindingLine[] | undefined
  return {
    standing: JSON.parse(standing) as Standing,
    get findings() {
      return (lines ??= JSON.parse(findings) as readonly FindingLine[])
    },
  }
}

function saltOf({ programme, programmes, settings, formNames, checklist, today }: StandingsGiven): string {
  const { id, surveys, plan, endedOn } = programme
  return JSON.stringify([
    format,
    today,
    id,
    surveys,
    [...plan],
    endedOn,
    programmes.map(one => [one.id, one.surveys]),
    settings,
    formNames,
    checklist?.version,
  ])
}

/** Lets the page answer and draw before it goes on. */
const pause = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
