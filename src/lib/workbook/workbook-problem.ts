import type { ZipProblem } from '../zip/zip-problem.ts'

/** Why a file is not read as a workbook. What it is comes from its bytes, never from its name. */
export type WorkbookProblem =
  | ZipProblem
  | { readonly type: 'tooLarge'; readonly maxBytes: number }
  | { readonly type: 'legacyXls' }
  | { readonly type: 'notXlsx'; readonly looksLike: 'ods' | 'xlsb' | 'csv' | 'other' }
  /** The sheet with a value outside the rows and columns, or with which there are too many cells in all. */
  | { readonly type: 'tooManyCells'; readonly sheet?: string }
