import { createAccountLink } from '../../../src/client/network/account-link.ts'
import { createAsk } from '../../../src/client/network/ask-server.ts'
import { createServerLink } from '../../../src/client/network/server-link.ts'
import { openPersonDatabase } from '../../../src/client/database/person-database.ts'
import { createPersonStore } from '../../../src/client/database/person-store.ts'
import { createReplica } from '../../../src/sync/replica/replica.ts'
import type { Op } from '../../../src/sync/protocol/op.ts'
import type { Change } from '../../../src/sync/replica/replica-store.ts'
import type { Row } from '../../../src/sync/replica/row.ts'
import { openBareDatabase } from './bare-database.ts'

/** An answer, and when the person gave it, milliseconds since 1970. */
export interface TimedChange {
  readonly at: number
  readonly change: Change
}

/** Text, because Playwright's own way of handing over ten thousand objects takes longer than the sync. */
export type JsonOf<T> = string & { readonly json?: T }

/** What the bench does inside a page; it is put there as `globalThis.bulk`. */
export interface BulkPage {
  readonly openApp: (account: Account) => Promise<AppStore>
  readonly openBare: () => Promise<Bare>
}

export interface Account {
  readonly username: string
  readonly password: string
}

/** The real store, link and replica, wired as `client/app/open-app.ts` does, without screens. */
export interface AppStore {
  /** Each change is a save of its own, as by a person who taps one answer after the other. */
  readonly save: (changes: JsonOf<readonly TimedChange[]>) => Promise<void>
  readonly listOutbox: () => Promise<JsonOf<readonly Op[]>>
  readonly listRows: (things: readonly string[]) => Promise<JsonOf<readonly Row[]>>
  readonly sync: () => Promise<{
    readonly requests: number
    readonly sent: number
    readonly received: number
  }>
}

export interface BareWork {
  readonly ops: readonly Op[]
  /** What the ops make, in their order. */
  readonly rows: readonly Row[]
}

/**
 * The least a page can do with the same rows, without a rule of sync, in a table with the same primary key and
 * indexes as the app's rows and with relaxed durability.
 */
export interface Bare {
  /** One gzipped GET of all rows as they are stored, `response.json()`, one `bulkPut`. */
  readonly pull: () => Promise<void>
  /** The ops are in memory: `JSON.stringify`, gzip, one POST, its answer, one `bulkPut` of the rows they make. */
  readonly push: () => Promise<void>
  /** As `push`, but the ops wait in a table with the outbox's key and indexes: one read of all, one delete of all. */
  readonly pushOutbox: () => Promise<void>
  readonly take: (work: JsonOf<BareWork>) => Promise<void>
}

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))

async function openApp({ username, password }: Account): Promise<AppStore> {
  let requests = 0
  const ask = createAsk({
    fetch: (...question) => {
      requests++
      return fetch(...question)
    },
  })
  const account = createAccountLink(ask)
  const before = await account.whoAmI()
  const entered = before.type === 'signedIn' ? before : await account.signIn(username, password)
  if (entered.type !== 'signedIn') throw new Error(`${username} cannot sign in: ${entered.type}`)
  const person = entered.session.person.id
  const db = await openPersonDatabase({ person })
  if (!db.ok) throw new Error(`no database: ${db.error.type}`)
  const { outbox, rows } = db.value
  const clock = { now: () => Date.now() }
  const store = createPersonStore(db.value, { clock: () => clock.now(), random, person })
  const replica = createReplica({ store, server: createServerLink(ask), clock: () => clock.now(), person })

  return {
    async save(changes) {
      for (const { at, change } of JSON.parse(changes) as readonly TimedChange[]) {
        clock.now = () => at
        const saved = await store.save([change])
        if (!saved.ok) throw new Error(`not saved: ${saved.error.type}`)
      }
      clock.now = () => Date.now()
    },
    async listOutbox() {
      const items = await outbox.toArray()
      return JSON.stringify(items.map(item => item.op))
    },
    async listRows(things) {
      const found: Row[] = []
      for (const thing of things)
        found.push(...(await rows.where('[thing+field]').between([thing, ''], [thing, '\uffff']).toArray()))
      return JSON.stringify(found)
    },
    async sync() {
      requests = 0
      const outcome = await replica.syncOnce()
      if (outcome.type !== 'synced') throw new Error(`not synced: ${JSON.stringify(outcome)}`)
      if (outcome.held > 0 || outcome.unsound.length > 0) throw new Error(`held: ${JSON.stringify(outcome)}`)
      return { requests, sent: outcome.sent, received: outcome.received }
    },
  }
}

async function openBare(): Promise<Bare> {
  const { outbox, rows } = await openBareDatabase()
  let ops: readonly Op[] = []
  let made: readonly Row[] = []

  /** The answer tells each op's sequence, which the row keeps. */
  async function send(sent: readonly Op[]): Promise<readonly Row[]> {
    const packed = new Blob([JSON.stringify(sent)]).stream().pipeThrough(new CompressionStream('gzip'))
    const body = await new Response(packed).arrayBuffer()
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const answer = await fetch('/ops', { method: 'POST', headers, body })
    const seqs = (await answer.json()) as readonly number[]
    return made.map((row, at) => ({ ...row, seq: seqs[at] ?? 0 }))
  }

  return {
    async take(work) {
      const given = JSON.parse(work) as BareWork
      ops = given.ops
      made = given.rows
      await outbox.bulkPut(ops.map(op => ({ op, bytes: 300, isOffered: false })))
    },
    async pull() {
      const answer = await fetch('/rows')
      await rows.bulkPut((await answer.json()) as readonly Row[])
    },
    async push() {
      await rows.bulkPut(await send(ops))
    },
    async pushOutbox() {
      const items = await outbox.toArray()
      await rows.bulkPut(await send(items.map(item => item.op)))
      await outbox.bulkDelete(items.map(({ op }) => [op.seq, op.id]))
    },
  }
}

Object.assign(globalThis, { bulk: { openApp, openBare } satisfies BulkPage })
