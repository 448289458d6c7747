import type { EntryStore, FeedChange, FeedTransaction } from '../../../src/sync/authority/entry-store.ts'
import type { Entry } from '../../../src/sync/protocol/op.ts'
import type { Bug } from '../bug.ts'

const everything = 1e9

/** Puts something else in the place of what a transaction offers. */
const withTransaction = (
  store: EntryStore,
  change: (transaction: FeedTransaction, feed: string) => FeedTransaction,
): EntryStore => ({
  ...store,
  inFeed: (feed, work) => store.inFeed(feed, transaction => work(change(transaction, feed))),
})

const ackBeforeCommit: Bug = {
  tells: 'the server answers first and writes a little later',
  entries(store) {
    const unwritten: { readonly feed: string; readonly change: FeedChange }[] = []
    async function write(): Promise<void> {
      for (const { feed, change } of unwritten.splice(0))
        await store.inFeed(feed, transaction => transaction.commit(change))
    }
    const later = withTransaction(store, (transaction, feed) => ({
      ...transaction,
      commit: async change => void unwritten.push({ feed, change }),
    }))
    return {
      ...later,
      async inFeed(feed, work) {
        await write()
        return later.inFeed(feed, work)
      },
    }
  },
}

const cursorByTime: Bug = {
  tells: 'a page has what is later than the time of the last entry that the tablet has',
  entries: store => ({
    ...store,
    async readAfter(feed, after, maxBytes) {
      const all = await store.readAfter(feed, 0, everything)
      const seen = all.entries.filter(({ seq }) => seq <= after).map(({ at }) => at)
      const page = await store.readAfter(feed, after, maxBytes)
      return { ...page, entries: page.entries.filter(({ at }) => seen.every(time => at > time)) }
    },
  }),
}

const sequenceGap: Bug = {
  tells: 'sequences are given before the commit, so a reader passes by what commits late',
  entries(store, chance) {
    const slow = new Map<string, { readonly from: number; reads: number }>()
    const noting = withTransaction(store, (transaction, feed) => ({
      ...transaction,
      async commit(change) {
        await transaction.commit(change)
        if (change.log.length > 0 && chance.isHit(0.4))
          slow.set(feed, { from: transaction.head.head, reads: 2 })
      },
    }))
    return {
      ...noting,
      async readAfter(feed, after, maxBytes) {
        const page = await store.readAfter(feed, after, maxBytes)
        const late = slow.get(feed)
        if (!late || late.reads-- <= 0) return page
        return { ...page, entries: page.entries.filter(({ seq }) => seq <= late.from) }
      },
    }
  },
}

const noIdempotency: Bug = {
  tells: 'an op that comes again is taken again',
  authority(authority, store) {
    let times = 0
    return {
      ...authority,
      async sync(speaker, request) {
        const known = await store.findLogged(request.ops.map(({ id }) => id))
        const ops = request.ops.map(op => (known.has(op.id) ? { ...op, id: `${op.id}-${++times}` } : op))
        return authority.sync(speaker, { ...request, ops })
      },
    }
  },
}

/** Whose base is not known counts with its own clock alone. */
function wallClockLww(): Bug {
  let asked: ReadonlySet<string> = new Set()
  return {
    tells: 'the later clock wins, whatever its author had seen',
    authority: authority => ({
      ...authority,
      sync(speaker, request) {
        asked = new Set(request.ops.map(({ id }) => id))
        return authority.sync(speaker, request)
      },
    }),
    entries: store =>
      withTransaction(store, transaction => ({
        ...transaction,
        findLogged: ids => transaction.findLogged(ids.filter(id => asked.has(id))),
      })),
  }
}

const clockUnclamped: Bug = {
  tells: "an op counts with the tablet's clock, however far in the future",
  entries: store =>
    withTransaction(store, transaction => ({
      ...transaction,
      commit(change) {
        const fast = new Map(change.log.map(({ op, answer }) => [op.id, Math.max(op.hlc, answer.hlc)]))
        const log = change.log.map(record => ({
          ...record,
          answer: { ...record.answer, hlc: fast.get(record.op.id) ?? 0 },
        }))
        const entries = change.entries.map((entry): Entry => ({
          ...entry,
          hlc: fast.get(entry.op) ?? entry.hlc,
        }))
        return transaction.commit({ ...change, log, entries })
      },
    })),
}

const dedupeByContent: Bug = {
  tells: 'an op that sets what the field once had is taken for the old one',
  authority: (authority, store) => ({
    ...authority,
    async sync(speaker, request) {
      const { entries } = await store.readAfter(request.ops[0]?.feed ?? '', 0, everything)
      const had = new Map(
        entries.map(({ thing, field, value, seq, hlc }) => [
          JSON.stringify([thing, field, value]),
          { seq, hlc },
        ]),
      )
      const known = request.ops.map(({ thing, field, value }) =>
        had.get(JSON.stringify([thing, field, value])),
      )
      const ops = request.ops.filter((_, at) => !known[at])
      const response = await authority.sync(speaker, { ...request, ops })
      const answers = [...response.answers]
      const all = known.map(old =>
        old ? { ...old, result: 'duplicate' as const, wins: false } : answers.shift(),
      )
      return { ...response, answers: all.filter(answer => answer !== undefined) }
    },
  }),
}

const wholeBatchAck: Bug = {
  tells: 'one answer for the whole request, the ops that were refused included',
  authority: authority => ({
    ...authority,
    async sync(speaker, request) {
      const response = await authority.sync(speaker, request)
      const answers = response.answers.map((answer, at) =>
        answer.result === 'held'
          ? { result: 'ok' as const, seq: 0, hlc: request.ops[at]?.hlc ?? 0, wins: true }
          : answer,
      )
      return { ...response, answers }
    },
  }),
}

const scopeOnPullOnly: Bug = {
  tells: 'what a person may write is not asked, only what they may read',
  authority: authority => ({
    ...authority,
    async sync(speaker, request) {
      const feeds = [...new Set([...speaker.scope.feeds, ...request.ops.map(({ feed }) => feed)])]
      const scope = {
        ...speaker.scope,
        feeds,
        mayDo: () => true,
        rolesAt: () => ['communeOfficial' as const],
      }
      const { answers } = await authority.sync({ ...speaker, scope }, request)
      return { ...(await authority.sync(speaker, { ...request, ops: [] })), answers }
    },
  }),
}

const conflictLoserDropped: Bug = {
  tells: 'the later value replaces the other as if its author had seen it',
  authority: (authority, store) => ({
    ...authority,
    async sync(speaker, request) {
      const { entries } = await store.readAfter(request.ops[0]?.feed ?? '', 0, everything)
      const ops = request.ops.map(op => {
        const current = entries.find(({ thing, field }) => thing === op.thing && field === op.field)
        return current && current.op !== op.id ? { ...op, base: current.op } : op
      })
      return authority.sync(speaker, { ...request, ops })
    },
  }),
}

/** Faults of the server, put around its store or its authority. */
export const serverBugs = {
  'ack-before-commit': ackBeforeCommit,
  'cursor-by-time': cursorByTime,
  'sequence-gap': sequenceGap,
  'no-idempotency': noIdempotency,
  'wall-clock-lww': wallClockLww(),
  'clock-unclamped': clockUnclamped,
  'dedupe-by-content': dedupeByContent,
  'whole-batch-ack': wholeBatchAck,
  'scope-on-pull-only': scopeOnPullOnly,
  'conflict-loser-dropped': conflictLoserDropped,
  'stale-cursor-after-restore': {
    tells: 'a restored server goes on in its old epoch, so nobody offers again',
    keepsEpoch: true,
  },
} as const satisfies Readonly<Record<string, Bug>>
