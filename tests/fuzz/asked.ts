import type { JsonValue } from '../../src/lib/json-value.ts'

/** A request while it is still being made; `json` becomes the body unless `bytes` are given. */
export interface Asked {
  /** `METHOD /pattern` of the route that it is meant for. */
  readonly route: string
  readonly method: string
  readonly path: string
  readonly headers: readonly (readonly [string, string])[]
  readonly json?: JsonValue | undefined
  readonly bytes?: Uint8Array | undefined
  /** Who asks; their cookie comes along. Undefined: nobody. */
  readonly as?: string | undefined
  /** What was done to it, for whoever reads a fault. */
  readonly story: readonly string[]
  /** It cannot but be refused, and must change nothing at all. */
  readonly isHopeless?: true
}

export const told = (asked: Asked, word: string, change: Partial<Asked>): Asked => ({
  ...asked,
  ...change,
  story: [...asked.story, word],
})
