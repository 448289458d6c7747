import type { JsonValue } from '../../lib/json-value.ts'

/** A stored field of a thing; `order` is the feed's sequence, or Infinity while the server does not have it yet. */
export interface StoredField {
  readonly field: string
  readonly value: JsonValue
  readonly author: string
  /** When it was recorded, or taken by the server: milliseconds since 1970. */
  readonly at: number
  readonly order: number
}

/** In the order the server took them; what it does not have yet comes last, by its time. */
export const byOrder = (
  a: { readonly order: number; readonly at: number },
  b: { readonly order: number; readonly at: number },
): number => (a.order === b.order ? a.at - b.at : a.order - b.order)
