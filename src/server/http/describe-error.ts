import { isDiskFull } from './is-disk-full.ts'

/**
 * What the log may say of an error: its kind and the place, never its message, in which a database may quote an
 * answer or a name.
 */
export function describeError(error: Error): Readonly<Record<string, string>> {
  const { code } = error as { readonly code?: unknown }
  const place = /\n\s+at (?:.*[/\\])?([\w.-]+:\d+:\d+)\)?/u.exec(error.stack ?? '')?.[1]
  return {
    error: isDiskFull(error) ? 'disk full' : error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(place === undefined ? {} : { place }),
  }
}
