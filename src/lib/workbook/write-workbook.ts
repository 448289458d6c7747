import type { Workbook } from './workbook.ts'
import { createWorkbookWriter } from './workbook-writer.ts'

/** The XLSX of a workbook, which must have a sheet; the first row of each is its header. See `createWorkbookWriter`. */
export function writeWorkbook(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = []
  const writer = createWorkbookWriter({ onChunk: chunk => chunks.push(chunk) })
  for (const { name, rows } of workbook.sheets) {
    const [header = [], ...rest] = rows
    writer.sheet(name, header)
    rest.forEach(writer.row)
  }
  writer.end()
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
