import type { DatabaseSync } from 'node:sqlite'

/** The columns of a table of a SQLite file; the other engine's have the same names. */
export const columnsOf = (raw: DatabaseSync, table: string): readonly string[] =>
  raw
    .prepare(`select name from pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => String(name))
