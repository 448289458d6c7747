import type { UnpackLimits } from '../zip/unpack-limits.ts'

export interface WorkbookLimits extends UnpackLimits {
  readonly maxBytes: number
  readonly maxRows: number
  readonly maxColumns: number
  /** Over all sheets, gaps counted too. */
  readonly maxCells: number
}

const mega = 1024 * 1024

/** An XLSForm of 1,000 questions is about 0.2 MB, so these leave room; a tablet reads the largest file within seconds. */
export const workbookLimits: WorkbookLimits = {
  maxBytes: 5 * mega,
  maxEntries: 1000,
  maxUnpackedBytes: 50 * mega,
  maxRatio: 200,
  ratioFromBytes: mega,
  // More than an XLSForm may have, which is told in better words.
  maxRows: 20_100,
  maxColumns: 300,
  maxCells: 2_000_000,
}
