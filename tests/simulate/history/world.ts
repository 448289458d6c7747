import type { Database } from '../../../src/server/database/open-database.ts'
import type { RandomBytes } from '../../../src/sync/replica/op-id.ts'
import { seededRandom, type SeededRandom } from '../../support/seeded-random.ts'
import type { Bug } from '../bug.ts'
import { createSimServer, type Backup, type SimServer } from '../server/server.ts'
import { createIndexedHome } from '../tablet/indexed-home.ts'
import { createQuickHome } from '../tablet/quick-home.ts'
import type { Shapes } from '../tablet/quick-database.ts'
import { createSeat, type Seat, type SeatImage } from '../tablet/seat.ts'
import type { Violation, ViolationKind } from '../violation.ts'
import { judgeAnswer } from '../checks/judge-answer.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createNetwork, type Network } from './network.ts'
import { createStaff, type Staff } from './staff.ts'
import type { FaultName } from './faults.ts'

export interface Tablet {
  readonly name: string
  readonly seats: readonly Seat[]
  /** How far its clock is off, milliseconds. */
  skewMs: number
  /** A copy that was made of it. */
  image?: readonly SeatImage[]
}

export interface KeptBackup {
  readonly backup: Backup
  readonly staff: Staff
}

/** One history while it happens. */
export interface World {
  readonly chance: SeededRandom
  readonly faults: ReadonlySet<FaultName>
  readonly ledger: Ledger
  readonly network: Network
  readonly server: SimServer
  readonly tablets: Tablet[]
  readonly backups: KeptBackup[]
  readonly violations: Violation[]
  /** Who holds which role, as it should be. */
  staff: Staff
  /** All faults are over; now everything has to come right. */
  isQuiet: boolean
  readonly now: () => number
  readonly pass: (ms: number) => void
  readonly tell: (line: string) => void
  readonly fail: (kind: ViolationKind, tells: string) => void
  readonly newId: () => string
  readonly seats: () => readonly Seat[]
  /** Puts people on a new tablet. */
  readonly addTablet: (people: readonly string[]) => Promise<Tablet>
  /** What happens elsewhere while a request is on its way. */
  meanwhile: (seat: string) => Promise<void>
}

interface Given {
  readonly seed: number
  readonly database: Database
  readonly shapes: Shapes
  readonly faults: ReadonlySet<FaultName>
  /** Over a real Dexie and fake-indexeddb. */
  readonly isIndexed: boolean
  readonly bug: Bug | undefined
  readonly tell: (line: string) => void
}

export const noon = Date.UTC(2026, 10, 23, 5)

export function createWorld({ seed, database, shapes, faults, isIndexed, bug, tell }: Given): World {
  const chance = seededRandom(seed)
  const ids = seededRandom(seed ^ 0x5bd1e995)
  const random: RandomBytes = count => Uint8Array.from({ length: count }, () => ids.below(256))
  let nowMs = noon
  let serverSkewMs = 0
  let count = 0
  const violations: Violation[] = []

  const server = createSimServer({
    database,
    clock: () => nowMs + serverSkewMs,
    newId: () => `s${++count}`,
    chance,
    bug,
    onAnswered: (person, request, response) => judgeAnswer(world, person, request, response),
  })

  const world: World = {
    chance,
    faults,
    ledger: createLedger(),
    network: createNetwork(() => world),
    server,
    tablets: [],
    backups: [],
    violations,
    staff: createStaff(),
    isQuiet: false,
    now: () => nowMs,
    pass(ms) {
      nowMs += ms
      if (faults.has('serverClock') && !world.isQuiet && chance.isHit(0.05))
        serverSkewMs = chance.below(600_000) - 300_000
    },
    tell: line => tell(`${String(nowMs - noon).padStart(9)}  ${line}`),
    fail(kind, tells) {
      violations.push({ kind, tells })
      world.tell(`!! ${kind}: ${tells}`)
    },
    newId: () => `i${++count}`,
    seats: () => world.tablets.flatMap(tablet => tablet.seats),
    async addTablet(people) {
      const name = `t${world.tablets.length + 1}`
      const seats: Seat[] = []
      const tablet: Tablet = { name, seats, skewMs: 0 }
      for (const person of people)
        seats.push(
          await createSeat({
            name: `${name}.${person}`,
            person,
            home: isIndexed ? createIndexedHome(shapes) : createQuickHome(shapes),
            clock: () => Math.max(1, nowMs + tablet.skewMs),
            random,
            chance,
            linkOf: world.network.linkOf,
            askOf: world.network.askOf,
            bug,
          }),
        )
      world.tablets.push(tablet)
      return tablet
    },
    meanwhile: async () => undefined,
  }
  return world
}
