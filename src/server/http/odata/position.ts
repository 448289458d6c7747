/**
 * Where in an entity set a page ended: in the unit, in its source of that number, after the row `row` of the thing that
 * comes next after `after`. What is added meanwhile moves no row to another page.
 */
export interface Position {
  readonly unit: string
  readonly source: number
  readonly after: string
  readonly row: string
}
