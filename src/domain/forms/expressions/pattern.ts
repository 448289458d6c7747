/** A regular expression as a tree. `test` gets one code point. */
export type Pattern =
  | { readonly type: 'character'; readonly test: (character: string) => boolean }
  | { readonly type: 'start' | 'end' }
  | { readonly type: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly type: 'choice'; readonly items: readonly Pattern[] }
  /** `max` is Infinity for `*`, `+` and `{n,}`. */
  | { readonly type: 'repeat'; readonly item: Pattern; readonly min: number; readonly max: number }
