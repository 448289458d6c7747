import type { JsonValue } from '../../lib/json-value.ts'

/** What a response says of a photo or signature; the bytes travel apart, by their SHA-256 (SY12). */
export interface Photo {
  readonly type: 'image/jpeg' | 'image/png'
  /** Bytes. */
  readonly size: number
  readonly width: number
  readonly height: number
  /** SHA-256 of the thumbnail, hex, or null when the picture is small enough itself. */
  readonly thumb: string | null
}

/** The longest edge of a photo kept, in pixels, and the most bytes it may have. */
export const photoLimits = { longestEdge: 1600, thumbEdge: 240, bytes: 500_000, perQuestion: 10 } as const

export const isSha256 = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{64}$/u.test(text)

/** Reads an `evidence` field's value; undefined when it is no photo (or was removed). */
export function readPhoto(value: JsonValue | undefined): Photo | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { type, size, width, height, thumb } = value as Record<string, JsonValue>
  if (type !== 'image/jpeg' && type !== 'image/png') return undefined
  if (!isCount(size) || !isCount(width) || !isCount(height)) return undefined
  if (thumb !== null && !isSha256(thumb)) return undefined
  return { type, size, width, height, thumb }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0
