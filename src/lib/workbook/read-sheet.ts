import { err, ok, type Result } from '../result.ts'
import { cellValue, type CellContext } from './cell-value.ts'
import { cellPlace } from './column-letters.ts'
import type { CellGrid } from './cell-grid.ts'
import type { PackageParts } from './package-parts.ts'
import { createRichText } from './rich-text.ts'
import type { CellPlace } from './workbook.ts'
import type { WorkbookProblem } from './workbook-problem.ts'

const mostUncomputed = 100

/**
 * Reads a sheet's cells into the grid, each to the place it names, or after the one before if it names none. Returns the
 * places of formulas that nobody has computed, the first hundred of them.
 */
export function readSheet(
  parts: PackageParts,
  path: string,
  context: CellContext,
  grid: CellGrid,
): Result<readonly CellPlace[], WorkbookProblem> {
  const uncomputed: CellPlace[] = []
  const problem = parts.readXml(path, refuse => {
    const inline = createRichText()
    let row = -1
    let column = -1
    let type = ''
    let style = 0
    let value: string | undefined
    let isInValue = false
    let isFormula = false

    const openCell = (attributes: Readonly<Record<string, string>>): void => {
      const reference = attributes['r']
      const place = reference === undefined ? { row, column: column + 1 } : cellPlace(reference)
      if (!place || place.row < 0) return refuse({ type: 'damaged', part: path })
      ;({ row, column } = place)
      type = attributes['t'] ?? 'n'
      style = Number(attributes['s'] ?? 0)
      value = undefined
      isFormula = false
    }

    const closeCell = (): void => {
      // An empty text is a result, and says that it is a text.
      const isUncomputed = isFormula && (value === undefined || (value === '' && type !== 'str'))
      if (isUncomputed && uncomputed.length < mostUncomputed) uncomputed.push({ row, column })
      if (value === undefined) return
      const cell = cellValue({ type, style, text: value }, context)
      if (cell === undefined) return refuse({ type: 'damaged', part: path })
      if (cell !== null && !grid.put(row, column, cell)) refuse({ type: 'tooManyCells', sheet: grid.name })
    }

    return {
      open: (name, attributes) => {
        if (name === 'c') openCell(attributes)
        else if (name === 'v') {
          value = ''
          isInValue = true
        } else if (name === 'f') isFormula = true
        else if (name === 'is') inline.clear()
        else if (name === 'row') {
          const named = cellPlace(`A${attributes['r'] ?? row + 2}`)
          if (!named) return refuse({ type: 'damaged', part: path })
          row = named.row
          column = -1
        } else inline.open(name)
      },
      text: text => {
        if (isInValue) value += text
        else inline.take(text)
      },
      close: name => {
        if (name === 'c') closeCell()
        else if (name === 'v') isInValue = false
        else if (name === 'is') value = inline.text()
        else inline.close(name)
      },
    }
  })
  return problem ? err(problem) : ok(uncomputed)
}
