import type { Database } from '../../../src/server/database/open-database.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import type { Bug } from '../bug.ts'
import { checkAll } from '../checks/check-all.ts'
import { putImageBack, type TableImage } from '../server/table-image.ts'
import type { Shapes } from '../tablet/quick-database.ts'
import type { Violation } from '../violation.ts'
import { faultNames } from './faults.ts'
import { becomeQuiet } from './become-quiet.ts'
import { chooseStep, happenMeanwhile } from './steps.ts'
import { watchOutbox } from './watch-outbox.ts'
import { createWorld, type World } from './world.ts'

export interface HistoryGiven {
  readonly seed: number
  readonly database: Database
  /** The tables with units and people, before anything has happened. */
  readonly start: TableImage
  readonly shapes: Shapes
  readonly isIndexed: boolean
  readonly bug: Bug | undefined
  readonly tell: (line: string) => void
}

export interface History {
  readonly saves: number
  readonly violations: readonly Violation[]
}

/** One history: a seed decides who is there, what can go wrong, and everything that happens. */
export async function playHistory({ seed, start, ...given }: HistoryGiven): Promise<History> {
  await putImageBack(given.database, start)
  const plan = seededRandom(seed ^ 0x2c1b3c6d)
  // Seeds that catch a bug are of histories without audits, which are about more ops and fewer of each kind.
  const faults = new Set(
    faultNames.filter(name => plan.isHit(0.35) && (name !== 'audits' || given.bug === undefined)),
  )
  const world = createWorld({ ...given, seed, faults })
  world.tell(`seed ${seed}: ${[...faults].join(' ')}`)
  await seat(world)
  for (let left = 10 + world.chance.below(16); left > 0; left--) await step(world)
  await becomeQuiet(world)
  await checkAll(world)
  return { saves: world.ledger.ops.size + world.ledger.files.size, violations: world.violations }
}

/** Two tablets of one commune, one of them perhaps shared, and perhaps a third of somebody else. */
async function seat({ chance, faults, addTablet }: World): Promise<void> {
  await addTablet(chance.isHit(0.5) ? ['lan'] : ['lan', chance.pick(['vinh', 'nam', 'thao'])])
  await addTablet(['thao'])
  // The auditor's, on which the head of the commune signs as well.
  if (faults.has('audits')) await addTablet(['nam', 'thao'])
  if (chance.isHit(0.6)) await addTablet([chance.pick(['minh', 'hoa', 'vinh', 'nam', 'lan'])])
}

async function step(world: World): Promise<void> {
  const { chance } = world
  world.pass(chance.pick([0, 1_000, 60_000, 3_600_000]))
  if (chance.isHit(0.03)) world.pass(40 * 24 * 3_600_000)
  const [name, { run }] = chooseStep(world)
  world.tell(`· ${name}`)
  let depth = 0
  world.meanwhile = async seatName => {
    if (world.isQuiet || !world.faults.has('meanwhile') || depth > 0 || !chance.isHit(0.3)) return
    depth++
    await happenMeanwhile(world, seatName)
    depth--
  }
  await run(world)
  for (const one of world.seats()) {
    if (one.app().gate.isDead()) await one.reboot()
    await watchOutbox(world, one)
  }
}
