import { err, ok, type Result } from '../../../lib/result.ts'

export interface CsvRow {
  /** Where it stands in the file; the header is line 1. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/**
 * Reads a table with a header as spreadsheets save it (RFC 4180): commas or, as Excel in Vietnamese writes, semicolons;
 * quoted cells may hold either, quotes and line ends. Empty lines are passed over.
 */
export function readCsv(text: string): Result<readonly CsvRow[], string> {
  const bare = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')
  const header = bare.slice(0, Math.max(0, bare.indexOf('\n')))
  const separator = header.split(';').length > header.split(',').length ? ';' : ','
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
    if (letter === undefined && isQuoted) return err(`Line ${startLine}: a quotation mark is not closed.`)
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
  const [names, ...rows] = records
  if (!names) return err('The file is empty.')
  const keys = names.cells.map(name => name.toLowerCase())
  return ok(
    rows.map(row => ({
      line: row.line,
      cells: Object.fromEntries(keys.map((key, at) => [key, row.cells[at] ?? ''])),
    })),
  )
}
