import { findColumn, type PeopleRow } from '../../../domain/people/judge-people-file.ts'
import { readCsv } from '../../../lib/read-csv.ts'
import { readWorkbook } from '../../../lib/workbook/read-workbook.ts'
import { workbookLimits } from '../../../lib/workbook/workbook-limits.ts'
import type { WorkbookProblem } from '../../../lib/workbook/workbook-problem.ts'
import { decodeText } from './decode-text.ts'

export type PeopleFileProblem =
  | WorkbookProblem
  | { readonly type: 'tooSlow' | 'failed' | 'empty' | 'oldEncoding' }
  | { readonly type: 'openQuote'; readonly line: number }
  | { readonly type: 'columnsMissing'; readonly columns: readonly (keyof Omit<PeopleRow, 'line'>)[] }
  | { readonly type: 'tooManyRows'; readonly most: number }

export type PeopleFileReading =
  | { readonly type: 'notRead'; readonly problem: PeopleFileProblem }
  | {
      readonly type: 'read'
      readonly rows: readonly PeopleRow[]
      /** How the bytes of a CSV were understood. */
      readonly encoding?: 'utf-8' | 'utf-16' | 'windows-1258' | 'mixed'
    }

interface Lines {
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly encoding?: 'utf-8' | 'utf-16' | 'windows-1258' | 'mixed'
}

/** More are cut into two files: so many passwords are made at once. */
export const mostRows = 1000

const needed = ['username', 'name', 'role', 'unit'] as const

/** Reads the people of an .xlsx or a .csv out of its bytes; what it is comes from them, never from its name. */
export function readPeopleFile(bytes: Uint8Array): PeopleFileReading {
  const lines = readLines(bytes)
  if ('type' in lines) return { type: 'notRead', problem: lines }
  const [header, ...records] = lines.records
  if (!header || records.length === 0) return { type: 'notRead', problem: { type: 'empty' } }
  const columns = header.cells.map(findColumn)
  const missing = needed.filter(column => !columns.includes(column))
  if (missing.length > 0) return { type: 'notRead', problem: { type: 'columnsMissing', columns: missing } }
  if (records.length > mostRows) return { type: 'notRead', problem: { type: 'tooManyRows', most: mostRows } }
  const rows = records.map(({ line, cells }): PeopleRow => {
    const cell = (column: keyof PeopleRow): string => (cells[columns.indexOf(column as never)] ?? '').trim()
    const [username, name, role, unit] = needed.map(cell) as [string, string, string, string]
    return { line, username, name, role, unit, from: cell('from'), to: cell('to') }
  })
  return { type: 'read', rows, ...(lines.encoding && { encoding: lines.encoding }) }
}

function readLines(bytes: Uint8Array): Lines | PeopleFileProblem {
  const workbook = readWorkbook(bytes)
  if (workbook.ok) {
    const [sheet] = workbook.value.sheets
    const records = (sheet?.rows ?? []).map((cells, at) => ({
      line: at + 1,
      cells: cells.map(cell => (cell === null ? '' : String(cell))),
    }))
    return { records: records.filter(({ cells }) => cells.some(cell => cell.trim() !== '')) }
  }
  const { error } = workbook
  const isText = error.type === 'notXlsx' && (error.looksLike === 'csv' || error.looksLike === 'other')
  if (!isText || bytes.length > workbookLimits.maxBytes) return error
  const decoded = decodeText(bytes)
  if (decoded === undefined) return error
  if (decoded.encoding === 'old') return { type: 'oldEncoding' }
  const records = readCsv(decoded.text)
  if (!records.ok) return records.error
  // One column is no table of people; whatever that file is, it is not what was meant.
  if ((records.value[0]?.cells.length ?? 0) < 2) return error
  return { records: records.value, encoding: decoded.encoding }
}
