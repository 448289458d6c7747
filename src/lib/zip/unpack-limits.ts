/** What a stranger's zip may cost us. */
export interface UnpackLimits {
  readonly maxEntries: number
  /** Over all entries together, counted while they are inflated. */
  readonly maxUnpackedBytes: number
  /** Unpacked to packed, of an entry that unpacks to more than `ratioFromBytes`. */
  readonly maxRatio: number
  readonly ratioFromBytes: number
}

/** Whether so many bytes out of so few are a bomb's. */
export const isRatioTooHigh = (unpacked: number, packed: number, limits: UnpackLimits): boolean =>
  unpacked > limits.ratioFromBytes && unpacked > packed * limits.maxRatio
