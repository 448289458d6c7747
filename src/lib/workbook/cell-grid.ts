import type { Cell } from './workbook.ts'
import type { WorkbookLimits } from './workbook-limits.ts'

/** The rows of one sheet while it is read. */
export interface CellGrid {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Whether there was room for it. */
  readonly put: (row: number, column: number, cell: Cell) => boolean
}

const noCells: Cell[] = []

/** Makes the grids of one workbook, which share the allowance of cells, so a cell far off cannot cost a huge gap. */
export function createCellGrids(limits: WorkbookLimits): (name: string) => CellGrid {
  let cellsLeft = limits.maxCells
  return name => {
    const rows: Cell[][] = []
    return {
      name,
      rows,
      put: (row, column, cell) => {
        if (row >= limits.maxRows || column >= limits.maxColumns) return false
        const before = rows[row]?.length ?? 0
        cellsLeft -= Math.max(0, column + 1 - before) + Math.max(0, row + 1 - rows.length)
        if (cellsLeft < 0) return false
        while (rows.length <= row) rows.push(noCells)
        let cells = rows[row] as Cell[]
        if (cells === noCells) rows[row] = cells = []
        while (cells.length < column) cells.push(null)
        cells[column] = cell
        return true
      },
    }
  }
}
