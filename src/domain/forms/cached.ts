import { isSameJson, type JsonValue } from '../../lib/json-value.ts'

/** Computes when first read after `forget`; hands out the object of before when the new one says the same. */
export function createCached<T extends JsonValue>(
  compute: () => T,
): {
  readonly read: () => T
  readonly forget: () => void
} {
  let kept: { readonly value: T } | undefined
  let isFresh = false
  return {
    read() {
      if (isFresh && kept) return kept.value
      const value = compute()
      isFresh = true
      if (!kept || !isSameJson(kept.value, value)) kept = { value }
      return kept.value
    },
    forget() {
      isFresh = false
    },
  }
}
