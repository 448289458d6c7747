import { isDiskFull } from './is-disk-full.ts'

/** By SQLite's primary result code: what the operator has to look after. */
const databaseFaults: Readonly<Record<number, string>> = {
  8: 'database read-only',
  10: 'disk error',
  11: 'database damaged',
  14: 'database cannot be opened',
  26: 'database damaged',
}

/**
 * What the log may say of an error: its kind and the place, never its message, in which a database may quote an
 * answer or a name.
 */
export function describeError(error: Error): Readonly<Record<string, string>> {
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown }
  const fault = typeof errcode === 'number' ? databaseFaults[errcode & 0xff] : undefined
  const place = /\n\s+at (?:.*[/\\])?([\w.-]+:\d+:\d+)\)?/u.exec(error.stack ?? '')?.[1]
  return {
    error: isDiskFull(error) ? 'disk full' : (fault ?? error.name),
    ...(typeof code === 'string' ? { code } : {}),
    ...(place === undefined ? {} : { place }),
  }
}
