/** Why a zip is refused. `part` is the path inside the zip, absent when the zip as a whole is meant. */
export type ZipProblem =
  | { readonly type: 'damaged'; readonly part?: string }
  | { readonly type: 'encrypted' }
  | { readonly type: 'tooManyEntries'; readonly maxEntries: number }
  | { readonly type: 'unpacksTooLarge'; readonly maxBytes: number }
  | { readonly type: 'ratioTooHigh'; readonly part: string }
