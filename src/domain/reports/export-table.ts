import type { ExportedFact } from './export-options.ts'

/** What a cell says of a response or of one row of a repeat. */
export type ExportPart =
  | { readonly kind: 'fact'; readonly fact: ExportedFact }
  | { readonly kind: 'sectionScore'; readonly section: string }
  | { readonly kind: 'link'; readonly link: ExportLink }
  | { readonly kind: 'answer' | 'note' | 'files'; readonly question: string }
  | { readonly kind: 'option'; readonly question: string; readonly option: string }
  | { readonly kind: 'place'; readonly question: string; readonly at: PlacePart }

/** Columns that tie the tables together; they keep Kobo's names in every language. */
export type ExportLink = '_id' | '_index' | '_parent_index' | '_parent_table_name' | '_submission__id'

export const placeParts = ['latitude', 'longitude', 'altitude', 'precision'] as const
export type PlacePart = (typeof placeParts)[number]

export interface ExportColumn {
  readonly header: string
  readonly part: ExportPart
}

/** A sheet: one row for each response, or for each row of a repeat. */
export interface ExportTable {
  /** The repeat's id; `''` for the table of responses. */
  readonly repeat: string
  /** Fit for a sheet, and no other table's. */
  readonly name: string
  readonly columns: readonly ExportColumn[]
  /** Of the repeats that stand in it. */
  readonly below: readonly ExportTable[]
}

/** The table and those below it, as the sheets stand in a workbook. */
export const listTables = (table: ExportTable): readonly ExportTable[] => [
  table,
  ...table.below.flatMap(listTables),
]
