import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import {
  openPersonDatabase,
  type PersonDatabase,
  type PersonTables,
} from '../../../src/client/database/person-database.ts'
import { createQuickTable, type Call, type Records, type TableShape } from './quick-table.ts'

export type TableName = keyof PersonTables
export type Shapes = ReadonlyMap<TableName, TableShape>
/** What a database holds, table by table. */
export type Contents = Map<TableName, Records>

/** Keys and indexes as the app declares them, read off a real Dexie database. */
export async function readShapes(): Promise<Shapes> {
  const opened = await openPersonDatabase({
    person: 'shape',
    options: { indexedDB: new IDBFactory(), IDBKeyRange },
  })
  if (!opened.ok) throw new Error('the database does not open')
  const shapes = opened.value.tables.map(({ name, schema }) => {
    const indexes = new Set(schema.indexes.map(index => index.name))
    return [name as TableName, { primary: schema.primKey.name, indexes }] as const
  })
  opened.value.close()
  return new Map(shapes)
}

export const emptyContents = (shapes: Shapes): Contents =>
  new Map([...shapes.keys()].map(name => [name, new Map()]))

/** Records are never changed in place, so the maps are all there is to copy. */
export const copyContents = (contents: Contents): Contents =>
  new Map([...contents].map(([name, records]) => [name, new Map(records)]))

/**
 * A person's database without IndexedDB below it: the same tables and transactions for the real client/database, some
 * thirty times as quick. One transaction after the other, all or nothing; `pass` is asked at every call.
 */
export function createQuickDatabase(contents: Contents, shapes: Shapes, pass: () => void): PersonDatabase {
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }

  async function transact<T>(names: readonly TableName[], work: (tables: TableOf) => Promise<T>): Promise<T> {
    pass()
    const undo: (() => void)[] = []
    let isOver = false
    const callOf =
      (name: TableName): Call =>
      async use => {
        if (isOver)
          throw Object.assign(new Error('the transaction is over'), { name: 'TransactionInactiveError' })
        if (!names.includes(name)) throw new Error(`${name} is not in the transaction`)
        pass()
        const records = mustGet(contents, name)
        return use(records, key => {
          const before = records.get(key)
          undo.push(() => (before ? records.set(key, before) : records.delete(key)))
        })
      }
    const table = (name: TableName) => createQuickTable(mustGet(shapes, name), callOf(name))
    try {
      const result = await work({ table })
      pass()
      return result
    } catch (error) {
      for (const step of undo.toReversed()) step()
      throw error
    } finally {
      isOver = true
    }
  }

  const alone =
    (name: TableName): Call =>
    use =>
      inTurn(() => {
        pass()
        const before = new Map(mustGet(contents, name))
        try {
          return use(mustGet(contents, name), () => undefined)
        } catch (error) {
          contents.set(name, before)
          throw error
        }
      })
  const tables = [...shapes].map(([name, shape]) => [name, createQuickTable(shape, alone(name))] as const)
  return {
    ...Object.fromEntries(tables),
    transaction: <T>(_mode: string, names: readonly TableName[], work: (tables: TableOf) => Promise<T>) =>
      inTurn(() => transact(names, work)),
    close: () => undefined,
  } as unknown as PersonDatabase
}

interface TableOf {
  readonly table: (name: TableName) => ReturnType<typeof createQuickTable>
}

function mustGet<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`there is no ${String(key)}`)
  return value
}
