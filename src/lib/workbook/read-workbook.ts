import { err, ok, type Result } from '../result.ts'
import { createCellGrids } from './cell-grid.ts'
import { openPackage, type PackageParts } from './package-parts.ts'
import { readDateStyles } from './read-date-styles.ts'
import { readRelationships } from './read-relationships.ts'
import { readSharedStrings } from './read-shared-strings.ts'
import { readSheet } from './read-sheet.ts'
import { readSheetList } from './read-sheet-list.ts'
import { sniffFile } from './sniff-file.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { workbookLimits } from './workbook-limits.ts'
import type { WorkbookProblem } from './workbook-problem.ts'

/**
 * Reads a stranger's XLSX (ECMA-376, transitional or strict): every sheet's values at their exact places. What the file
 * is and how large it gets is found out from its bytes while they are unpacked, and given up as soon as it is too much.
 */
export function readWorkbook(bytes: Uint8Array): Result<Workbook, WorkbookProblem> {
  if (bytes.length > workbookLimits.maxBytes)
    return err({ type: 'tooLarge', maxBytes: workbookLimits.maxBytes })
  const kind = sniffFile(bytes)
  switch (kind) {
    case 'legacyXls':
    case 'encrypted':
      return err({ type: kind })
    case 'ods':
    case 'csv':
    case 'other':
      return err({ type: 'notXlsx', looksLike: kind })
    case 'zip': {
      const parts = openPackage(bytes, workbookLimits)
      return parts.ok ? readParts(parts.value) : parts
    }
  }
}

function readParts(parts: PackageParts): Result<Workbook, WorkbookProblem> {
  if (parts.has('xl/workbook.bin')) return err({ type: 'notXlsx', looksLike: 'xlsb' })
  const roots = readRelationships(parts, '')
  if (!roots.ok) return roots
  const path = roots.value.find(one => one.kind === 'officeDocument')?.path ?? 'xl/workbook.xml'
  if (!parts.has('[Content_Types].xml') || !parts.has(path))
    return err({ type: 'notXlsx', looksLike: 'other' })

  const list = readSheetList(parts, path)
  if (!list.ok) return list
  const relationships = readRelationships(parts, path)
  if (!relationships.ok) return relationships
  const pathOf = (kind: string): string | undefined => {
    const found = relationships.value.find(one => one.kind === kind)?.path
    return found !== undefined && parts.has(found) ? found : undefined
  }
  const stringsPath = pathOf('sharedStrings')
  const strings =
    stringsPath === undefined ? ok([]) : readSharedStrings(parts, stringsPath, workbookLimits.maxCells)
  if (!strings.ok) return strings
  const stylesPath = pathOf('styles')
  const dateStyles = stylesPath === undefined ? ok(new Set<number>()) : readDateStyles(parts, stylesPath)
  if (!dateStyles.ok) return dateStyles

  const context = { strings: strings.value, dateStyles: dateStyles.value, is1904: list.value.is1904 }
  const createGrid = createCellGrids(workbookLimits)
  const sheets: Sheet[] = []
  for (const { name, relationship } of list.value.sheets) {
    const target = relationships.value.find(one => one.id === relationship)
    if (!target) return err({ type: 'damaged', part: path })
    // A sheet may be a chart or a macro's.
    if (target.kind !== 'worksheet') continue
    const grid = createGrid(name)
    const read = readSheet(parts, target.path, context, grid)
    if (!read.ok) return read
    sheets.push({ name, rows: grid.rows, ...(read.value.length > 0 ? { uncomputed: read.value } : {}) })
  }
  return sheets.length > 0 ? ok({ sheets }) : err({ type: 'damaged', part: path })
}
