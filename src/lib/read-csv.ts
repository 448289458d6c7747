import { err, ok, type Result } from './result.ts'

export interface CsvRow {
  /** Where it stands in the file; the header is line 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A quotation mark that is opened in this line is never closed. */
export type CsvProblem = { readonly type: 'openQuote'; readonly line: number }

/**
 * Reads the rows of a table, the header too, as spreadsheets save it (RFC 4180): commas or, as Excel in Vietnamese writes, semicolons,
 * or tabs; quoted cells may hold them,
 * quotes and line ends. Empty lines are passed over, cells lose the blanks around them.
 */
export function readCsv(text: string): Result<readonly CsvRow[], CsvProblem> {
  const bare = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')
  const header = bare.slice(0, Math.max(0, bare.indexOf('\n')))
  const count = (separator: string): number => header.split(separator).length
  const separator = [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best))
  const records: { line: number; cells: string[] }[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let startLine = 1
  const endCell = (): void => {
    cells.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at <= bare.length; at++) {
    const letter = bare[at]
    if (letter === '\n') line++
    if (letter === undefined && isQuoted) return err({ type: 'openQuote', line: startLine })
    if (letter === '"' && isQuoted && bare[at + 1] === '"') {
      cell += '"'
      at++
    } else if (letter === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted
    else if (letter === separator && !isQuoted) endCell()
    else if ((letter === '\n' || letter === undefined) && !isQuoted) {
      endCell()
      if (cells.some(value => value !== '')) records.push({ line: startLine, cells })
      cells = []
      startLine = line
    } else cell += letter
  }
  return ok(records)
}
