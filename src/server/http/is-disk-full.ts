const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'])
/** SQLite's own number for "database or disk is full". */
const sqliteFull = 13

/** True when an error, or one that caused it, says that the disk has no room. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, errcode, cause } = error as { code?: unknown; errcode?: unknown; cause?: unknown }
  return (typeof code === 'string' && fullCodes.has(code)) || errcode === sqliteFull || isDiskFull(cause)
}
