import { startPostgres } from '../support/postgres.ts'
import { bugs } from './bugs/bugs.ts'
import { playHistory } from './history/play.ts'
import type { Flags } from './read-flags.ts'
import { createPostgresDatabase } from './server/create-postgres-database.ts'
import { openEngine } from './server/open-engine.ts'
import { prepareTables } from './server/prepare-tables.ts'
import { readShapes } from './tablet/quick-database.ts'
import type { Violation, ViolationKind } from './violation.ts'

export interface Count extends Record<ViolationKind, number> {
  readonly histories: number
  readonly saves: number
  /** The first one, or the one that went wrong. */
  readonly seed: number
}

/** Each so-manieth history runs on a real Dexie over fake-indexeddb; the others on quick-database.ts. */
const indexedEvery = 50
const mostTold = 12

/** Plays histories from a seed on until one goes wrong. */
export async function runHistories(flags: Flags, say: (line: string) => void): Promise<Count> {
  const { seed, histories, engine, bug, isTraced } = flags
  const postgres = engine === 'postgres' ? await startPostgres() : undefined
  const database = await openEngine(postgres && (await createPostgresDatabase(postgres.url)))
  const [start, shapes] = [await prepareTables(database), await readShapes()]
  let played = 0
  let saves = 0
  let violations: readonly Violation[] = []
  while (played < histories && violations.length === 0) {
    const next = seed + played
    const history = await playHistory({
      seed: next,
      database,
      start,
      shapes,
      isIndexed: next % indexedEvery === 0,
      bug: bug === undefined ? undefined : bugs[bug],
      tell: line => isTraced && say(line),
    })
    played++
    saves += history.saves
    violations = history.violations
    if (played % 1000 === 0) say(`${played} histories`)
  }
  await database.close()
  await postgres?.stop()
  const failed = seed + played - 1
  for (const { kind, tells } of violations.slice(0, mostTold)) say(`${kind}: ${tells}`)
  if (violations.length > mostTold) say(`and ${violations.length - mostTold} more`)
  if (violations.length > 0) say(`replay: npm run simulate -- ${replay(flags, failed)}`)
  const count = (wanted: ViolationKind) => violations.filter(({ kind }) => kind === wanted).length
  return {
    histories: played,
    saves,
    lost: count('lost'),
    duplicated: count('duplicated'),
    leaked: count('leaked'),
    diverged: count('diverged'),
    seed: violations.length > 0 ? failed : seed,
  }
}

const replay = ({ engine, bug }: Flags, seed: number): string =>
  [
    `--seed ${seed} --histories 1 --trace`,
    ...(engine === 'postgres' ? ['--engine postgres'] : []),
    ...(bug === undefined ? [] : [`--bug ${bug}`]),
  ].join(' ')
