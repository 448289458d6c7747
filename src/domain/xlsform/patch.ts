import { isSameJson, type JsonValue } from '../../lib/json-value.ts'
import { toDraft, type Draft } from './draft.ts'

/** Reads the JSON object of an `iso` cell. */
export function parsePatch(json: string): Draft | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Draft) : undefined
  } catch {
    return undefined
  }
}

/** Puts a patch over what the columns say; `null` takes a key away. */
export const applyPatch = (draft: Draft, patch: Draft): Draft =>
  toDraft(
    Object.fromEntries(
      Object.entries({ ...draft, ...patch }).map(([key, value]) => [key, value === null ? undefined : value]),
    ),
  )

/** What has to be patched so that `from` becomes `to`; `undefined` when nothing has. */
export function makePatch(from: Draft, to: Draft): Draft | undefined {
  const patch: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)]))
    if (!isSameJson(from[key] as JsonValue, to[key] as JsonValue)) patch[key] = to[key] ?? null
  return Object.keys(patch).length > 0 ? patch : undefined
}
