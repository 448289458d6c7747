import { compareKeys, keyText, readKey, type Key } from './key.ts'

export interface Stored {
  readonly key: Key
  readonly record: object
}

/** All records of a table by their key as text. */
export type Records = Map<string, Stored>

export interface TableShape {
  readonly primary: string
  /** `op.seq`, `[thing+field]` … */
  readonly indexes: ReadonlySet<string>
}

/** How a call reaches the records: within its transaction, or in one of its own. */
export type Call = <T>(work: (records: Records, note: Note) => T) => Promise<T>
/** Told before a record changes, so that the change can be undone. */
export type Note = (key: string) => void

/** The part of Dexie's `Table` that client/database uses, on a map. */
export function createQuickTable(shape: TableShape, call: Call) {
  const put = (records: Records, note: Note, record: object): void => {
    const key = readKey(record, shape.primary)
    note(keyText(key))
    records.set(keyText(key), { key, record })
  }
  const add = (records: Records, note: Note, record: object): void => {
    const key = keyText(readKey(record, shape.primary))
    if (records.has(key))
      throw Object.assign(new Error(`${key} is there already`), { name: 'ConstraintError' })
    put(records, note, record)
  }
  const remove = (records: Records, note: Note, key: Key): void => {
    note(keyText(key))
    records.delete(keyText(key))
  }

  function collection(asked: string, isIn: (key: Key) => boolean, most = Infinity) {
    // Dexie's word for the primary key.
    const path = asked === ':id' ? shape.primary : asked
    if (path !== shape.primary && !shape.indexes.has(path)) throw new Error(`there is no index ${path}`)
    const find = (records: Records): Stored[] =>
      [...records.values()]
        .flatMap(stored => {
          const key = readKey(stored.record, path)
          return key !== undefined && isIn(key) ? [{ stored, key }] : []
        })
        .sort((a, b) => compareKeys(a.key, b.key) || compareKeys(a.stored.key, b.stored.key))
        .slice(0, most)
        .map(({ stored }) => stored)
    return {
      limit: (count: number) => collection(path, isIn, count),
      delete: () =>
        call((records, note) => {
          for (const { key } of find(records)) remove(records, note, key)
        }),
      toArray: () => call(records => find(records).map(({ record }) => record)),
      primaryKeys: () => call(records => find(records).map(({ key }) => key)),
      count: () => call(records => find(records).length),
      modify: (change: object) =>
        call((records, note) => {
          for (const { record } of find(records)) put(records, note, { ...record, ...change })
        }),
    }
  }

  return {
    get: (key: Key) => call(records => records.get(keyText(key))?.record),
    bulkGet: (keys: readonly Key[]) => call(records => keys.map(key => records.get(keyText(key))?.record)),
    put: (record: object) => call((records, note) => put(records, note, record)),
    add: (record: object) => call((records, note) => add(records, note, record)),
    bulkPut: (all: readonly object[]) =>
      call((records, note) => all.forEach(record => put(records, note, record))),
    bulkAdd: (all: readonly object[]) =>
      call((records, note) => all.forEach(record => add(records, note, record))),
    delete: (key: Key) => call((records, note) => remove(records, note, key)),
    bulkDelete: (keys: readonly Key[]) =>
      call((records, note) => keys.forEach(key => remove(records, note, key))),
    update: (key: Key, change: object) =>
      call((records, note) => {
        const known = records.get(keyText(key))
        if (known) put(records, note, { ...known.record, ...change })
        return known ? 1 : 0
      }),
    count: () => call(records => records.size),
    toArray: () => collection(shape.primary, () => true).toArray(),
    orderBy: (path: string) => collection(path, () => true),
    where: (path: string) => ({
      equals: (wanted: Key) => collection(path, key => compareKeys(key, wanted) === 0),
      above: (lower: Key) => collection(path, key => compareKeys(key, lower) > 0),
      below: (upper: Key) => collection(path, key => compareKeys(key, upper) < 0),
      between: (lower: Key, upper: Key, withLower = true, withUpper = false) =>
        collection(path, key => {
          const [from, to] = [compareKeys(key, lower), compareKeys(key, upper)]
          return (withLower ? from >= 0 : from > 0) && (withUpper ? to <= 0 : to < 0)
        }),
    }),
  }
}
