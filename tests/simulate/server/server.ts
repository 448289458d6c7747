import { Hono } from 'hono'
import { createScope, type Scope } from '../../../src/domain/people/scope.ts'
import { createEntryStore } from '../../../src/server/database/entry-store.ts'
import { createFileIndex } from '../../../src/server/database/file-index.ts'
import { filesOfOp } from '../../../src/server/database/files-of-op.ts'
import { markBackup } from '../../../src/server/database/backup-mark.ts'
import { startNewEpoch } from '../../../src/server/database/epoch.ts'
import type { Database } from '../../../src/server/database/open-database.ts'
import type { Environment, Services } from '../../../src/server/http/environment.ts'
import { createOneAtATime } from '../../../src/server/database/one-at-a-time.ts'
import { filesRoute } from '../../../src/server/http/files-route.ts'
import { createDirectoryReader } from '../../../src/server/http/read-directory.ts'
import { syncRequest } from '../../../src/server/http/sync-request.ts'
import { createSeatStore } from '../../../src/server/database/seat-store.ts'
import { createAuthority, type Authority } from '../../../src/sync/authority/authority.ts'
import type { OpId } from '../../../src/sync/protocol/op.ts'
import type { Upcaster } from '../../../src/sync/protocol/upcast-op.ts'
import type { SyncRequest, SyncResponse } from '../../../src/sync/protocol/wire.ts'
import type { SeededRandom } from '../../support/seeded-random.ts'
import type { Bug } from '../bug.ts'
import { findForm, referenceFeed } from '../commune.ts'
import { Crash, createGate, type Gate } from '../gate.ts'
import { gateAll, gateEntries } from './gate-entries.ts'
import { createMemoryFileStore } from './memory-file-store.ts'
import { putImageBack, takeImage, type TableImage } from './table-image.ts'

export interface Backup {
  readonly at: number
  readonly tables: TableImage
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** What the server says to a request of `POST /api/sync`; `dead`: it ended before it could. */
export type Said =
  | { readonly type: 'said'; readonly status: number; readonly text: string }
  | { readonly type: 'dead' }
  | { readonly type: 'failed'; readonly cause: unknown }

export interface SimServer {
  readonly database: Database
  readonly gate: () => Gate
  readonly sync: (person: string, text: string) => Promise<Said>
  /** The real route of files; rejects when the server died over it. */
  readonly askFiles: (person: string, path: string, init: RequestInit) => Promise<Response>
  readonly write: Authority['write']
  readonly scopeOf: (person: string) => Promise<Scope>
  readonly restart: () => void
  /** Understands ops of schema 2 from now on. */
  readonly upgrade: () => void
  readonly backUp: () => Promise<Backup>
  readonly restore: (backup: Backup) => Promise<void>
  readonly hasLogged: (op: OpId) => Promise<boolean>
  readonly storedFiles: () => ReadonlyMap<string, Uint8Array>
}

interface Given {
  readonly database: Database
  readonly clock: () => number
  readonly newId: () => string
  readonly chance: SeededRandom
  readonly bug: Bug | undefined
  readonly onAnswered: (person: string, request: SyncRequest, response: SyncResponse) => void
}

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

const keepAsItIs: Upcaster = op => op

/** The real authority, store and files route; its processes come and go, the tables stay. */
export function createSimServer({ database, clock, newId, chance, bug, onAnswered }: Given): SimServer {
  let gate = createGate()
  let steps: readonly Upcaster[] = []
  const files = createMemoryFileStore(() => gate.pass())
  let running = start()

  function start() {
    const own = (gate = createGate())
    const real = createEntryStore(database, { filesOf: filesOfOp })
    const entries = gateEntries(bug?.entries?.(real, chance) ?? real, own.pass)
    const authority = createAuthority({
      store: entries,
      seats: gateAll(createSeatStore(database), own.pass),
      findForm,
      findKey: () => undefined,
      refreshForms: async () => undefined,
      clock: { nowMs: clock },
      dayOf,
      newId,
      steps,
    })
    const readDirectory = createDirectoryReader(entries, referenceFeed)
    const scopeOf = async (person: string): Promise<Scope> => {
      const directory = await readDirectory()
      return createScope(directory.assignmentsOf(person), directory.tree, dayOf(clock()))
    }
    const route = new Hono<Environment>()
    route.use(async (c, next) => {
      const person = c.req.header('x-simulated-person') ?? ''
      c.set('session', { person } as Environment['Variables']['session'])
      c.set('scope', await scopeOf(person))
      await next()
    })
    route.onError(error => {
      throw error
    })
    const services = {
      fileIndex: createFileIndex(database),
      files,
      oneAtATime: createOneAtATime(database),
      clock,
    } as unknown as Services
    route.route('/api/files', filesRoute(services))
    return { authority: bug?.authority?.(authority, real) ?? authority, readDirectory, scopeOf, route }
  }

  async function sync(person: string, text: string): Promise<Said> {
    const { authority, readDirectory, scopeOf } = running
    try {
      const request = syncRequest.safeParse(parseJson(text))
      if (!request.success) return { type: 'said', status: 400, text: '' }
      if (request.data.person !== person) return { type: 'said', status: 403, text: '' }
      const scope = await scopeOf(person)
      const response = await authority.sync({ person, scope, directory: await readDirectory() }, request.data)
      onAnswered(person, request.data, response)
      return { type: 'said', status: 200, text: JSON.stringify(response) }
    } catch (cause) {
      if (!gate.isDead()) return { type: 'failed', cause }
      restart()
      return { type: 'dead' }
    }
  }

  function restart(): void {
    gate.die()
    running = start()
  }

  return {
    database,
    gate: () => gate,
    sync,
    async askFiles(person, path, init) {
      const headers = new Headers(init.headers)
      headers.set('x-simulated-person', person)
      try {
        return await running.route.request(path, { ...init, headers })
      } catch (cause) {
        if (gate.isDead()) {
          restart()
          throw new Crash()
        }
        throw cause
      }
    },
    write: (feed, changes, author) => running.authority.write(feed, changes, author),
    scopeOf: person => running.scopeOf(person),
    restart,
    upgrade() {
      steps = [keepAsItIs]
      restart()
    },
    async backUp() {
      const backup = { at: clock(), tables: await takeImage(database), files: files.image() }
      await noteBackup(database, backup)
      return backup
    },
    async restore(backup) {
      gate.die()
      await putImageBack(database, backup.tables)
      files.putBack(backup.files)
      if (!bug?.keepsEpoch) await startNewEpoch(database)
      running = start()
    },
    async hasLogged(op) {
      const found = await database.db.selectFrom('log').select('op').where('op', '=', op).executeTakeFirst()
      return found !== undefined
    },
    storedFiles: files.image,
  }
}

/** As the backup command does once a backup is proved. */
async function noteBackup({ db }: Database, { at, tables }: Backup): Promise<void> {
  const meta = (tables.get('meta') ?? []) as readonly { key: string; value: string }[]
  const feeds = (tables.get('feeds') ?? []) as readonly { id: string; head: number }[]
  const epoch = meta.find(({ key }) => key === 'epoch')?.value ?? ''
  const heads = new Map(feeds.map(({ id, head }) => [id, head]))
  await db.transaction().execute(transaction => markBackup(transaction, { at, epoch, heads }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
