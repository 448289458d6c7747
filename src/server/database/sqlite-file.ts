import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

const mostStatements = 200

/** A SQLite file in the shape kysely asks for. What it says is committed has been fsynced. */
export function openSqliteFile(file: string): SqliteDatabase {
  const raw = new DatabaseSync(file, { timeout: 10_000 })
  raw.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma busy_timeout = 10000;
    pragma cache_size = -65536;
    pragma temp_store = memory;
  `)
  const statements = new Map<string, SqliteStatement>()

  function prepare(text: string): SqliteStatement {
    // A transaction that reads first and writes later must not find another writer in between.
    const statement = raw.prepare(text === 'begin' ? 'begin immediate' : text)
    const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[]
    return {
      reader: statement.columns().length > 0,
      all: parameters => statement.all(...values(parameters)),
      run: parameters => statement.run(...values(parameters)),
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
