import type { FormName } from '../responses/response.ts'

/**
 * The version a new response begins with: the newest of the form's id, as long as the one asked for is known too.
 * `versions` are in the order they were published, built-in ones first. Undefined: not on this tablet yet.
 */
export function chooseFormVersion<T extends FormName>(
  versions: readonly T[],
  wanted: FormName,
): T | undefined {
  const own = versions.filter(({ id }) => id === wanted.id)
  return own.some(({ version }) => version === wanted.version) ? own.at(-1) : undefined
}
