import { createFileLink } from '../../../src/client/network/file-link.ts'
import { createFileSender, type FileSender } from '../../../src/client/network/file-sender.ts'
import { createPersonStore, type PersonStore } from '../../../src/client/database/person-store.ts'
import type { Ask } from '../../../src/client/network/ask-server.ts'
import type { OpId } from '../../../src/sync/protocol/op.ts'
import type { RandomBytes } from '../../../src/sync/replica/op-id.ts'
import { createReplica, type Replica } from '../../../src/sync/replica/replica.ts'
import type { ServerLink } from '../../../src/sync/replica/server-link.ts'
import type { SeededRandom } from '../../support/seeded-random.ts'
import type { Bug, Scissors } from '../bug.ts'
import { createGate, type Gate } from '../gate.ts'
import { sha256Of } from '../sha256-of.ts'
import type { Home } from './home.ts'
import type { Contents } from './quick-database.ts'

/** The app of one person on one tablet, running: what a crash ends. */
export interface RunningApp {
  readonly gate: Gate
  readonly store: PersonStore
  readonly replica: Replica
  readonly sender: FileSender
}

/** One person's place on a tablet (ST4): their database, and the app on it. */
export interface Seat {
  readonly name: string
  readonly person: string
  readonly home: Home
  readonly app: () => RunningApp
  /** A new process; what the old one left running is dead. */
  readonly reboot: () => Promise<void>
  /** A second tab of the same person, for two runs at once. */
  readonly openTab: () => Promise<RunningApp>
  readonly image: () => Promise<SeatImage>
  readonly putBack: (image: SeatImage) => Promise<void>
  /** Ops that this database's past has given to a network. */
  readonly offered: () => Set<OpId>
}

export interface SeatImage {
  readonly contents: Contents
  readonly offered: ReadonlySet<OpId>
}

interface Given {
  readonly name: string
  readonly person: string
  readonly home: Home
  readonly clock: () => number
  readonly random: RandomBytes
  readonly chance: SeededRandom
  readonly linkOf: (seat: Pick<Seat, 'person' | 'name' | 'offered'>, gate: Gate) => ServerLink
  readonly askOf: (person: string, gate: Gate) => Ask
  readonly bug: Bug | undefined
}

export async function createSeat(given: Given): Promise<Seat> {
  const { name, person, home, clock, chance, bug } = given
  const scissors = createScissors(home)
  let offered = new Set<OpId>()
  let app: RunningApp

  async function start(gate: Gate): Promise<RunningApp> {
    const db = await home.open(gate.pass)
    const random = bug?.random?.(given.random, name) ?? given.random
    const real = gateStore(createPersonStore(db, { clock, random, person }), gate)
    const store = bug?.store?.(real, scissors, chance) ?? real
    const link = given.linkOf({ person, name, offered: () => offered }, gate)
    const server = bug?.link?.(link, scissors) ?? link
    const files = createFileLink(given.askOf(person, gate), async bytes => sha256Of(new Uint8Array(bytes)))
    const outbox = bug?.outbox?.(store) ?? store
    await real.begin()
    return {
      gate,
      store,
      replica: createReplica({ store, server, clock, person }),
      sender: createFileSender({
        files,
        outbox,
        clock,
        mayOriginalsGo: () => true,
        onProgress: () => undefined,
      }),
    }
  }

  async function reboot(): Promise<void> {
    app?.gate.die()
    app = await start(createGate())
  }

  await reboot()
  return {
    name,
    person,
    home,
    app: () => app,
    reboot,
    async openTab() {
      const { store, gate } = app
      const link = given.linkOf({ person, name, offered: () => offered }, gate)
      const server = bug?.link?.(link, scissors) ?? link
      return { ...app, replica: createReplica({ store, server, clock, person }) }
    },
    image: async () => ({ contents: await home.image(), offered: new Set(offered) }),
    async putBack(image) {
      app.gate.die()
      await home.putBack(image.contents)
      offered = new Set(image.offered)
      await reboot()
    },
    offered: () => offered,
  }
}

/** The process may die before and after each call of its store, besides the calls that the store makes itself. */
function gateStore(store: PersonStore, gate: Gate): PersonStore {
  const gated = Object.entries(store).map(([name, call]) => [
    name,
    async (...given: unknown[]) => {
      gate.passBy()
      const result: unknown = await (call as (...given: unknown[]) => unknown)(...given)
      gate.passBy()
      return result
    },
  ])
  return Object.fromEntries(gated) as PersonStore
}

function createScissors({ look, remove }: Home): Scissors {
  return {
    async dropOutbox(feed) {
      const items = (await look()).outbox.filter(({ op }) => feed === undefined || op.feed === feed)
      await remove('outbox', items)
    },
    dropSent: async () => remove('sent', (await look()).sent),
    async dropHeld(ids) {
      const records = (await look()).held.filter(({ op }) => ids.includes(op.id))
      await remove('held', records)
    },
  }
}
