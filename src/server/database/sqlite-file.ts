import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { statSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { watchFiles } from './watch-files.ts'

/** Larger files would delay every start; what is damaged in them shows when it is read. */
const mostCheckedBytes = 64 * 1024 * 1024

const mostStatements = 200

const writes = /^(?:insert|update|delete)/u

/**
 * A SQLite file in the shape kysely asks for. What it says is committed has been fsynced, to a file that lies where it
 * lay; throws when that one was removed or replaced meanwhile.
 * @param patienceMs how long a writer waits, with the whole thread, for one of another process
 */
export function openSqliteFile(file: string, patienceMs = 10_000): SqliteDatabase {
  const raw = new DatabaseSync(file, { timeout: 10_000 })
  raw.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma cache_size = -65536;
    pragma temp_store = memory;
    pragma busy_timeout = ${patienceMs};
  `)
  mustBeSound(raw, file)
  let mustBeThere: (() => void) | undefined
  return toSqliteDatabase(raw, () => {
    if (raw.isTransaction) return
    // From the first commit on, when the write-ahead log is there for certain.
    mustBeThere ??= watchFiles([file, `${file}-wal`])
    mustBeThere()
  })
}

/** An open SQLite file in the shape kysely asks for; `afterWrite` may throw instead of the write's result. */
export function toSqliteDatabase(
  raw: DatabaseSync,
  afterWrite: () => void = () => undefined,
): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()

  function prepare(text: string): SqliteStatement {
    // A transaction that reads first and writes later must not find another writer in between.
    const statement = raw.prepare(text === 'begin' ? 'begin immediate' : text)
    const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[]
    return {
      reader: statement.columns().length > 0,
      all: parameters => {
        const rows = statement.all(...values(parameters))
        if (writes.test(text)) afterWrite()
        return rows
      },
      run: parameters => {
        const result = statement.run(...values(parameters))
        afterWrite()
        return result
      },
      iterate: parameters => statement.iterate(...values(parameters)),
    }
  }

  return {
    close: () => raw.close(),
    prepare(text) {
      const known = statements.get(text)
      if (known) return known
      const prepared = prepare(text)
      if (statements.size >= mostStatements) statements.clear()
      statements.set(text, prepared)
      return prepared
    },
  }
}

const sqliteCorrupt = 11

function mustBeSound(raw: DatabaseSync, file: string): void {
  if (statSync(file).size > mostCheckedBytes) return
  const [found] = raw.prepare('pragma quick_check(1)').all()
  if (found?.['quick_check'] === 'ok') return
  throw Object.assign(new Error('the database is damaged'), { errcode: sqliteCorrupt })
}
