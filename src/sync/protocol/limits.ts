/** Bounds of the wire. An op beyond them is held, a request beyond them is answered with less (SY4, SY7). */
export const limits = {
  /** Longest JSON of a field's value, in UTF-16 units. */
  value: 64 * 1024,
  /** Longest text of a type, thing or field, in code points. */
  name: 200,
  /** Bytes of entries in one answer: a replica's wish is kept between these. */
  room: { least: 16 * 1024, most: 1024 * 1024 },
} as const
