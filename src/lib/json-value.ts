/** What a field of a thing can hold: plain JSON. `null` means "no longer there". */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** An object, not a list. */
export const isRecord = (value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of texts, of a length that a field may have. */
export const isTexts = (value: JsonValue | undefined): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= 200 &&
  value.every(one => typeof one === 'string' && one.length <= 200)

/** True when both are the same JSON, whatever the order of their keys. */
export function isSameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item: JsonValue, at) => isSameJson(item, b[at] as JsonValue))
  }
  const left = a as { readonly [key: string]: JsonValue }
  const right = b as { readonly [key: string]: JsonValue }
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every(key => isSameJson(left[key], right[key]))
}
