import { addToChecksum } from '../../../../src/sync/protocol/checksum.ts'
import type { Op } from '../../../../src/sync/protocol/op.ts'
import type {
  Answer,
  FeedPage,
  SyncRequest,
  SyncResponse,
  WireEntry,
} from '../../../../src/sync/protocol/wire.ts'
import type { Change } from '../../../../src/sync/replica/replica-store.ts'
import { createReplica } from '../../../../src/sync/replica/replica.ts'
import type { LinkResult } from '../../../../src/sync/replica/server-link.ts'
import { createMemoryReplicaStore } from '../../../contracts/replica-store-memory.ts'
import { fakeClock } from '../../../support/fake-clock.ts'
import { seededRandom } from '../../../support/seeded-random.ts'

export const feed = 'c1@a/unit'

export const aChange = (field: string, value: Change['value'], given: Partial<Change> = {}): Change => ({
  feed,
  type: 'response',
  thing: 't1',
  field,
  value,
  ...given,
})

export const anEntry = (seq: number, field: string, value: Change['value'] = 'theirs'): WireEntry => [
  seq,
  'response',
  't1',
  field,
  value,
  seq,
  `op${seq}`,
  'minh',
  seq,
]

/** A page that holds the whole feed, its sums in order. */
export function aPage(entries: readonly WireEntry[], given: Partial<FeedPage> = {}): FeedPage {
  const head = entries.at(-1)?.[0] ?? 0
  const checksum = entries.reduce(
    (sum, [, , thing, field, , , op]) => addToChecksum(sum, { thing, field, op }),
    0,
  )
  return {
    feed,
    epoch: 'e1',
    head,
    cursor: head,
    more: false,
    count: entries.length,
    checksum,
    entries,
    ...given,
  }
}

/** The same page without the entries of these ops: their answers in the same response tell of them. */
export function without(page: FeedPage, ops: readonly Op[]): FeedPage {
  return { ...page, entries: page.entries.filter(entry => ops.every(op => op.id !== entry[6])) }
}

/** What the server has of an op it took. */
export const asEntry = (seq: number, { type, thing, field, value, hlc, id }: Op): WireEntry => [
  seq,
  type,
  thing,
  field,
  value,
  hlc,
  id,
  'lan',
  seq,
]

export const wins = (ops: readonly Op[], from = 1): readonly Answer[] =>
  ops.map(({ hlc }, at) => ({ result: 'ok', seq: from + at, hlc, wins: true }))

export const answered = (given: Partial<SyncResponse> = {}): LinkResult => ({
  type: 'answered',
  response: { protocol: 1, now: 1000, answers: [], pages: [], gone: [], renewDevice: false, ...given },
})

/** A server that takes everything and has nothing to tell. */
export const yes = ({ ops }: SyncRequest): LinkResult => answered({ answers: wins(ops) })

/** A replica on a store in memory, and a server that answers by a script; its last line repeats. */
export function aReplica(...script: ((request: SyncRequest) => LinkResult | Promise<LinkResult>)[]) {
  const clock = fakeClock()
  const chance = seededRandom(1)
  const store = createMemoryReplicaStore({
    clock: clock.now,
    random: count => Uint8Array.from({ length: count }, () => chance.below(256)),
    person: 'lan',
  })
  const requests: SyncRequest[] = []
  const replica = createReplica({
    store,
    clock: clock.now,
    person: 'lan',
    server: {
      async exchange(request) {
        requests.push(request)
        const line = script[Math.min(requests.length, script.length) - 1] ?? yes
        return line(request)
      },
    },
  })
  const values = async () =>
    Object.fromEntries((await store.listRows()).map(({ field, value }) => [field, value]))
  return { replica, store, clock, requests, values }
}
