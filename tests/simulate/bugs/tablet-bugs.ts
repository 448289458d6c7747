import type { PersonStore } from '../../../src/client/database/person-store.ts'
import type { ReplicaTransaction } from '../../../src/sync/replica/replica-store.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import type { Bug } from '../bug.ts'

/** Puts something else in the place of what an update's transaction offers. */
const withUpdate = (
  store: PersonStore,
  change: (transaction: ReplicaTransaction) => ReplicaTransaction,
): PersonStore => ({
  ...store,
  update: work => store.update(transaction => work(change(transaction))),
})

const outboxDeletedOnSend: Bug = {
  tells: 'an op leaves the outbox with the request, not with its answer',
  store: store => ({
    ...store,
    async takeOutgoing(maxBytes) {
      const outgoing = await store.takeOutgoing(maxBytes)
      await store.update(transaction => transaction.acknowledge(outgoing.ops.map(op => ({ op, seq: 0 }))))
      return outgoing
    },
  }),
}

const resyncWipesOutbox: Bug = {
  tells: 'a feed that begins again takes what waits in it along',
  link: (link, scissors) => ({
    async exchange(request) {
      const result = await link.exchange(request)
      if (result.type !== 'answered') return result
      for (const { feed, epoch } of result.response.pages)
        if ((request.cursors[feed]?.[0] ?? epoch) !== epoch) await scissors.dropOutbox(feed)
      return result
    },
  }),
}

const opIdReuse: Bug = {
  tells: 'the source of ids begins alike after every start of the app',
  random(_, seat) {
    const chance = seededRandom(seat.length * 7919 + (seat.codePointAt(1) ?? 0))
    return count => Uint8Array.from({ length: count }, () => chance.below(256))
  },
}

const pullOverwritesPending: Bug = {
  tells: 'what comes from the server replaces what the person has just typed',
  store: store =>
    withUpdate(store, transaction => ({
      ...transaction,
      putRows: rows =>
        transaction.putRows(
          rows.map(row =>
            row.pending !== null && row.server !== null
              ? { ...row, ...row.server, pending: null, server: null }
              : row,
          ),
        ),
    })),
}

const heldDropped: Bug = {
  tells: 'an op that the server holds is thrown away on the tablet',
  store(store, scissors) {
    const held: string[] = []
    const noting = withUpdate(store, transaction => ({
      ...transaction,
      hold(records) {
        held.push(...records.map(({ op }) => op.id))
        return transaction.hold(records)
      },
    }))
    return {
      ...noting,
      async update(work) {
        const result = await noting.update(work)
        await scissors.dropHeld(held.splice(0))
        return result
      },
    }
  },
}

const sentForgotten: Bug = {
  tells: 'ops that the server has taken are not kept for a server that is restored',
  store: (store, scissors) => ({
    ...store,
    async update(work) {
      const result = await store.update(work)
      await scissors.dropSent()
      return result
    },
  }),
}

const ackOtherOps: Bug = {
  tells: 'answers are read in another order than the ops',
  link: link => ({
    async exchange(request) {
      const result = await link.exchange(request)
      if (result.type !== 'answered') return result
      return { ...result, response: { ...result.response, answers: result.response.answers.toReversed() } }
    },
  }),
}

const portalAcks: Bug = {
  tells: 'any answer with 200 is success, that of a hotel too',
  link: link => ({
    async exchange(request) {
      const result = await link.exchange(request)
      if (result.type !== 'notOurServer') return result
      const answers = request.ops.map(({ hlc }) => ({ result: 'ok' as const, seq: 0, hlc, wins: true }))
      const response = { protocol: 1, now: 0, answers, pages: [], gone: [], renewDevice: false }
      return { type: 'answered', response }
    },
  }),
}

const goneDropsUnsent: Bug = {
  tells: 'a feed that the person may no longer read takes what waits in it along',
  link: (link, scissors) => ({
    async exchange(request) {
      const result = await link.exchange(request)
      if (result.type === 'answered') for (const feed of result.response.gone) await scissors.dropOutbox(feed)
      return result
    },
  }),
}

const fileMarkedBeforeHash: Bug = {
  tells: 'a file counts as sent when it is on its way',
  outbox: outbox => ({
    ...outbox,
    async readFile(sha256) {
      const bytes = await outbox.readFile(sha256)
      await outbox.markFileSent(sha256, null)
      return bytes
    },
  }),
}

/** Faults of the tablet, put around its store, its link or its source of ids. */
export const tabletBugs = {
  'outbox-deleted-on-send': outboxDeletedOnSend,
  'resync-wipes-outbox': resyncWipesOutbox,
  'op-id-reuse': opIdReuse,
  'pull-overwrites-pending': pullOverwritesPending,
  'held-dropped': heldDropped,
  'sent-forgotten': sentForgotten,
  'ack-other-ops': ackOtherOps,
  'portal-acks': portalAcks,
  'gone-drops-unsent': goneDropsUnsent,
  'file-marked-before-hash': fileMarkedBeforeHash,
} as const satisfies Readonly<Record<string, Bug>>
