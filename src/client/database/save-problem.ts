/** Why a save did not happen. Nothing of it is on the tablet then, and the screen must not say otherwise (SY1). */
export type SaveProblem =
  /** The disk, or the browser's share of it, is full (ST3). */
  | { readonly type: 'quotaExceeded' }
  | { readonly type: 'valueTooLarge'; readonly field: string; readonly bytes: number; readonly limit: number }
  /** Another tab with newer code has taken over, or the database was closed: reload (ST5). */
  | { readonly type: 'databaseGone' }
  | { readonly type: 'databaseFailed'; readonly cause: unknown }

/** Names what went wrong in a transaction. A quota error hides inside an AbortError (ST3). */
export function toSaveProblem(cause: unknown): SaveProblem {
  const names = errorNames(cause)
  if (names.has('QuotaExceededError')) return { type: 'quotaExceeded' }
  const isGone = ['DatabaseClosedError', 'VersionError', 'InvalidStateError'].some(name => names.has(name))
  return isGone ? { type: 'databaseGone' } : { type: 'databaseFailed', cause }
}

/** Names of an error and of all errors within it. */
function errorNames(cause: unknown, names = new Set<string>(), depth = 0): Set<string> {
  if (typeof cause !== 'object' || cause === null || depth > 5) return names
  const error = cause as { name?: unknown; inner?: unknown; cause?: unknown; failures?: unknown }
  if (typeof error.name === 'string') names.add(error.name)
  const failures = Array.isArray(error.failures) ? error.failures.slice(0, 5) : []
  for (const inner of [error.inner, error.cause, ...failures]) errorNames(inner, names, depth + 1)
  return names
}
