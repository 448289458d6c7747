import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { DBCore, DBCoreTable } from 'dexie'
import { openPersonDatabase, type PersonDatabase } from '../../../src/client/database/person-database.ts'
import type { Home } from './home.ts'
import { keyText, readKey } from './key.ts'
import type { Contents, Shapes } from './quick-database.ts'

/** A home in a real Dexie database over fake-indexeddb: transactions commit and abort as IndexedDB has them. */
export function createIndexedHome(shapes: Shapes): Home {
  let disk = new IDBFactory()
  let db: PersonDatabase | undefined

  async function reopen(next: () => void): Promise<PersonDatabase> {
    db?.close({ disableAutoOpen: true })
    const opened = await openPersonDatabase({ person: 'p', options: { indexedDB: disk, IDBKeyRange } })
    if (!opened.ok) throw new Error('the database does not open')
    db = opened.value
    let isOn = false
    db.use({ stack: 'dbcore', name: 'gate', create: core => gated(core, () => isOn && next()) })
    // What was put into the stack is asked from the next opening on.
    db.close({ disableAutoOpen: false })
    await db.open()
    isOn = true
    return db
  }

  async function unguarded<T>(read: (own: PersonDatabase) => Promise<T>): Promise<T> {
    const own = await openPersonDatabase({ person: 'p', options: { indexedDB: disk, IDBKeyRange } })
    if (!own.ok) throw new Error('the database does not open')
    try {
      return await read(own.value)
    } finally {
      own.value.close({ disableAutoOpen: true })
    }
  }

  return {
    open: reopen,
    look: () =>
      unguarded(async own => ({
        rows: await own.rows.toArray(),
        outbox: await own.outbox.toArray(),
        held: await own.held.toArray(),
        sent: await own.sent.toArray(),
        feeds: await own.feeds.toArray(),
        files: await own.files.toArray(),
      })),
    remove: (table, records) =>
      unguarded(async own => {
        const path = shapes.get(table)?.primary ?? ''
        await own.table(table).bulkDelete(records.map(record => readKey(record, path) as string))
      }),
    image: () =>
      unguarded(async own => {
        const contents: Contents = new Map()
        for (const [name, { primary }] of shapes) {
          const records: object[] = await own.table(name).toArray()
          const stored = records.map(record => ({ key: readKey(record, primary), record }))
          contents.set(name, new Map(stored.map(one => [keyText(one.key), one])))
        }
        return contents
      }),
    async putBack(image) {
      db?.close({ disableAutoOpen: true })
      db = undefined
      disk = new IDBFactory()
      await unguarded(async own => {
        for (const [name, records] of image)
          await own.table(name).bulkPut([...records.values()].map(({ record }) => record))
      })
    },
  }
}

function gated(core: DBCore, pass: () => void): DBCore {
  const after =
    <A extends unknown[], T>(call: (...given: A) => Promise<T>) =>
    (...given: A): Promise<T> => {
      try {
        pass()
      } catch (error) {
        return Promise.reject(error as Error)
      }
      return call(...given)
    }
  return {
    ...core,
    table(name) {
      const table: DBCoreTable = core.table(name)
      return {
        ...table,
        mutate: after(request => table.mutate(request)),
        get: after(request => table.get(request)),
        getMany: after(request => table.getMany(request)),
        query: after(request => table.query(request)),
        count: after(request => table.count(request)),
        openCursor: after(request => table.openCursor(request)),
      }
    },
  }
}
