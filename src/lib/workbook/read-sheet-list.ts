import { err, ok, type Result } from '../result.ts'
import type { PackageParts } from './package-parts.ts'
import type { WorkbookProblem } from './workbook-problem.ts'
import { decodeXmlText } from './xml-text.ts'

export interface SheetList {
  /** In the order of the tabs, hidden ones too. */
  readonly sheets: readonly { readonly name: string; readonly relationship: string }[]
  readonly is1904: boolean
}

/** The workbook part: which sheets there are, and from which day it counts. */
export function readSheetList(parts: PackageParts, path: string): Result<SheetList, WorkbookProblem> {
  const sheets: SheetList['sheets'][number][] = []
  let is1904 = false
  let root: string | undefined
  const problem = parts.readXml(path, refuse => ({
    open: (name, attributes) => {
      root ??= name
      if (root !== 'workbook') refuse({ type: 'notXlsx', looksLike: 'other' })
      else if (name === 'workbookPr') is1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '')
      else if (name === 'sheet')
        sheets.push({ name: decodeXmlText(attributes['name'] ?? ''), relationship: idOf(attributes) })
    },
  }))
  return problem ? err(problem) : ok({ sheets, is1904 })
}

/** `r:id`, whatever the prefix. */
const idOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
