/** Reads CSV (RFC 4180): header, then rows, empty lines left out. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let isQuoted = false
  const endRow = (): void => {
    row.push(field)
    field = ''
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  const source = text.replace(/^\ufeff/u, '')
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at)
    if (isQuoted) {
      if (char !== '"') field += char
      else if (source.charAt(at + 1) === '"') {
        field += '"'
        at++
      } else isQuoted = false
    } else if (char === '"' && field === '') isQuoted = true
    else if (char === ',') {
      row.push(field)
      field = ''
    } else if (char === '\n') endRow()
    else if (char !== '\r') field += char
  }
  if (field !== '' || row.length > 0) endRow()
  return rows
}
