import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'

export interface DatabaseWatch {
  /** The tables that were written to since the last call. */
  readonly takeChanged: () => readonly string[]
  /** SHA-256 over every row of every table, but for when sessions were last used. */
  readonly hash: () => string
  readonly close: () => void
}

/** Looks at the server's SQLite file from outside; triggers write down which tables change. */
export function watchDatabase(file: string): DatabaseWatch {
  const db = new DatabaseSync(file, { timeout: 10_000 })
  const tables = (
    db
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .all() as { name: string }[]
  ).map(({ name }) => name)
  db.exec('create table fuzz_journal (id integer primary key, changed text not null)')
  for (const table of tables)
    for (const event of ['insert', 'update', 'delete'])
      db.exec(
        `create trigger fuzz_${table}_${event} after ${event} on "${table}" begin insert into fuzz_journal (changed) values ('${table}'); end`,
      )
  const since = db.prepare('select id, changed from fuzz_journal where id > ? order by id')
  let seen = 0
  return {
    takeChanged() {
      const rows = since.all(seen) as { id: number; changed: string }[]
      seen = rows.at(-1)?.id ?? seen
      return [...new Set(rows.map(({ changed }) => changed))]
    },
    hash() {
      const hash = createHash('sha256')
      for (const table of tables)
        for (const row of db.prepare(`select * from "${table}" order by rowid`).iterate())
          hash.update(JSON.stringify({ ...row, ...(table === 'sessions' && { seen_at: 0, expires_at: 0 }) }))
      return hash.digest('hex')
    },
    close: () => db.close(),
  }
}
