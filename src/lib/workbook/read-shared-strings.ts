import { err, ok, type Result } from '../result.ts'
import { decodeCellText } from './cell-text.ts'
import type { PackageParts } from './package-parts.ts'
import { createRichText } from './rich-text.ts'
import type { WorkbookProblem } from './workbook-problem.ts'

/** The texts that cells name by number. */
export function readSharedStrings(
  parts: PackageParts,
  path: string,
  maxStrings: number,
): Result<readonly string[], WorkbookProblem> {
  const strings: string[] = []
  const problem = parts.readXml(path, refuse => {
    const rich = createRichText()
    return {
      open: name => {
        if (name === 'si') rich.clear()
        else rich.open(name)
      },
      text: rich.take,
      close: name => {
        if (name !== 'si') return rich.close(name)
        strings.push(decodeCellText(rich.text()))
        if (strings.length > maxStrings) refuse({ type: 'tooManyCells' })
      },
    }
  })
  return problem ? err(problem) : ok(strings)
}
