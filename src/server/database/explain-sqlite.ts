/** SQLite's result codes that an operator can do something about (https://sqlite.org/rescode.html). */
const faults: Readonly<Record<number, string>> = {
  5: 'is in use by another program',
  8: 'cannot be written: give the user of the server the right to write to it and to its folder',
  10: 'cannot be read or written, the disk reports an error',
  11: 'is damaged: put it aside, restore the newest backup and start again; tablets bring the rest back',
  13: 'has no room left on the disk: make room and start again',
  14: 'cannot be opened: give the user of the server the right to write to it and to its folder',
  26: 'is damaged: put it aside, restore the newest backup and start again; tablets bring the rest back',
}

/** SQLite's primary result code of an error or of what caused it; undefined when SQLite had no part in it. */
export function sqliteCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { errcode, cause } = error as { readonly errcode?: unknown; readonly cause?: unknown }
  // The lower byte is the primary code, the rest tells more of it.
  return typeof errcode === 'number' ? errcode & 0xff : sqliteCode(cause)
}

/** What is wrong with the database file and what to do, for the operator; the error itself when that is not known. */
export function explainSqlite(error: unknown, file: string): unknown {
  const words = faults[sqliteCode(error) ?? 0]
  return words === undefined ? error : new Error(`the database ${file} ${words}`)
}
