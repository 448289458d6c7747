import { err, ok, type Result } from '../result.ts'
import { isDateFormat } from './is-date-format.ts'
import type { PackageParts } from './package-parts.ts'
import type { WorkbookProblem } from './workbook-problem.ts'
import { decodeXmlText } from './xml-text.ts'

/** The numbers of the cell styles that show a date or time. */
export function readDateStyles(
  parts: PackageParts,
  path: string,
): Result<ReadonlySet<number>, WorkbookProblem> {
  const codesById = new Map<number, string>()
  const formats: number[] = []
  let isInCells = false
  const problem = parts.readXml(path, () => ({
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0)
      if (name === 'cellXfs') isInCells = true
      else if (name === 'numFmt') codesById.set(id, decodeXmlText(attributes['formatCode'] ?? ''))
      else if (name === 'xf' && isInCells) formats.push(id)
    },
    close: name => {
      if (name === 'cellXfs') isInCells = false
    },
  }))
  if (problem) return err(problem)
  return ok(new Set(formats.flatMap((id, style) => (isDateFormat(id, codesById.get(id)) ? [style] : []))))
}
