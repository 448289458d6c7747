import { readUnitsWorkbook, type UnitsWorkbookProblem } from '../../../domain/people/read-units-workbook.ts'
import { readUnitsChange, type UnitsChange } from '../../../domain/people/units-change.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { readWorkbook } from '../../../lib/workbook/read-workbook.ts'

export type ChangeFileProblem = { readonly type: 'file' | 'shape' } | UnitsWorkbookProblem

const mostBytes = 5_000_000

/** Reads a chosen JSON or XLSX as a change of units. Never rejects. */
export async function readChangeFile(file: File): Promise<Result<UnitsChange, ChangeFileProblem>> {
  if (file.size > mostBytes) return err({ type: 'file' })
  const bytes = await file.arrayBuffer().then(
    buffer => new Uint8Array(buffer),
    () => undefined,
  )
  if (!bytes) return err({ type: 'file' })
  const book = readWorkbook(bytes)
  if (book.ok) return readUnitsWorkbook(book.value)
  try {
    const change = readUnitsChange(JSON.parse(new TextDecoder().decode(bytes)) as JsonValue)
    return change ? ok(change) : err({ type: 'shape' })
  } catch {
    return err({ type: 'file' })
  }
}
