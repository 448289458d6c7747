import { strToU8 } from 'fflate'
import { listTables, type ExportTable } from '../../domain/reports/export-table.ts'
import type { ExportedRows } from '../../domain/reports/export-rows.ts'
import type { ExportedFile, ExportedResponse } from '../../domain/reports/exported-response.ts'
import { csvByteOrderMark, csvLine } from '../../lib/workbook/csv-line.ts'
import type { Cell } from '../../lib/workbook/workbook.ts'
import { createWorkbookWriter } from '../../lib/workbook/workbook-writer.ts'
import { safePath } from '../../lib/zip/safe-path.ts'
import { createZipStream } from '../../lib/zip/zip-stream.ts'
import { createRowSpool, type RowSpool } from '../files/row-spool.ts'

export type ExportFormat = 'xlsx' | 'csv' | 'zip'

interface Given {
  readonly format: ExportFormat
  /** Of the workbook inside a zip, without ending. */
  readonly name: string
  readonly table: ExportTable
  readonly responses: AsyncIterable<readonly ExportedResponse[]>
  readonly toRows: (source: ExportedResponse) => ExportedRows
  /** A file's bytes, or undefined when they are not here or not for this person. */
  readonly readFile: (sha256: string) => Promise<Uint8Array | undefined>
}

/** Rows of one sheet after the other: tables of their own in a CSV, sheets in a workbook. */
interface Sheets {
  readonly begin: (table: ExportTable) => void
  readonly row: (cells: readonly Cell[]) => void
  readonly end: () => void
}

type Put = (chunk: Uint8Array) => void

/** Excel's, less the header. */
const mostSheetRows = 1_048_575
/** A zip ends at 4 GB; the rest is for its directory and the list of what has no room. */
const mostZipBytes = 4_000_000_000
const mostZipFiles = 65_000

/** Several CSV files go into a zip. */
export const isZip = (format: ExportFormat, table: ExportTable): boolean =>
  format === 'zip' || (format === 'csv' && table.below.length > 0)

/**
 * The bytes of an export, as they come into being. The responses are read once, so that all sheets speak of the same
 * moment and their numbers fit together. The sheet of responses leaves at once; rows of repeats and names of files,
 * whose turn comes after it, wait in a file on the disk. So memory stays flat whatever the number of responses.
 */
export async function* writeExport(given: Given): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = []
  const put: Put = chunk => void out.push(chunk)
  const spool = createRowSpool()
  try {
    if (given.format === 'zip') {
      const zip = createZipStream({ onChunk: put })
      // Deflated already, but only so can it leave before its length is known.
      const workbook = zip.deflate(`${given.name}.xlsx`)
      for await (const _ of writeTables(given, spool, workbookSheets(workbook.push))) yield* drain(out)
      workbook.end()
      for await (const _ of writeFiles(given, spool, zip)) yield* drain(out)
      zip.end()
    } else {
      const sheets =
        given.format === 'xlsx'
          ? workbookSheets(put)
          : isZip(given.format, given.table)
            ? csvFiles(put)
            : csv(put)
      for await (const _ of writeTables(given, spool, sheets)) yield* drain(out)
    }
    yield* drain(out)
  } finally {
    await spool.close()
  }
}

const drain = (out: Uint8Array[]): readonly Uint8Array[] => out.splice(0)

/** The queue of the names of files; tables have theirs by their place. */
const filesQueue = -1
const rowsAtOnce = 200

async function* writeTables(given: Given, spool: RowSpool, sheets: Sheets): AsyncGenerator<void> {
  const tables = listTables(given.table)
  sheets.begin(given.table)
  for await (const responses of given.responses) {
    for (const source of responses) {
      const { rows, files } = given.toRows(source)
      for (const [table, own] of Map.groupBy(rows, row => row.table)) {
        if (table === given.table) own.forEach(({ cells }) => sheets.row(cells))
        else
          await spool.put(
            tables.indexOf(table),
            own.map(({ cells }) => cells),
          )
      }
      if (given.format === 'zip')
        await spool.put(
          filesQueue,
          files.map(({ path, sha256 }) => ({ path, sha256 })),
        )
    }
    yield
  }
  for (const [queue, table] of tables.entries()) {
    if (queue === 0) continue
    sheets.begin(table)
    let count = 0
    for await (const cells of spool.read(queue)) {
      sheets.row(cells as readonly Cell[])
      if (++count % rowsAtOnce === 0) yield
    }
  }
  sheets.end()
}

/** Each file once, and in the end a list of those that cells name but that are not here. */
async function* writeFiles(
  { readFile }: Given,
  spool: RowSpool,
  zip: ReturnType<typeof createZipStream>,
): AsyncGenerator<void> {
  const written = new Set<string>()
  let missing = ''
  for await (const row of spool.read(filesQueue)) {
    const { path, sha256 } = row as unknown as Omit<ExportedFile, 'key'>
    if (written.has(path)) continue
    written.add(path)
    const { bytes: before, entries } = zip.size()
    const isFull = entries >= mostZipFiles || before >= mostZipBytes
    const bytes = isFull ? undefined : await readFile(sha256)
    if (bytes) zip.store(path, bytes)
    else missing += csvLine([path, isFull ? 'zipFull' : 'notOnServer'])
    yield
  }
  if (missing === '') return
  zip.store('missing-files.csv', strToU8(csvByteOrderMark + csvLine(['file', 'reason']) + missing))
}

function workbookSheets(put: Put): Sheets {
  const writer = createWorkbookWriter({ onChunk: put })
  let current: ExportTable | undefined
  let rows = 0
  const begin = (table: ExportTable): void => {
    current = table
    rows = 0
    writer.sheet(table.name, headerOf(table))
  }
  return {
    begin,
    row(cells) {
      if (current && rows === mostSheetRows) begin(current)
      rows++
      writer.row(cells)
    },
    end: writer.end,
  }
}

function csv(put: Put): Sheets {
  return {
    begin: table => put(strToU8(csvByteOrderMark + csvLine(headerOf(table)))),
    row: cells => put(strToU8(csvLine(cells))),
    end: () => undefined,
  }
}

function csvFiles(put: Put): Sheets {
  const zip = createZipStream({ onChunk: put })
  let file: ReturnType<typeof zip.deflate> | undefined
  const inner = csv(chunk => file?.push(chunk))
  return {
    begin(table) {
      file?.end()
      file = zip.deflate(safePath(`${table.name}.csv`))
      inner.begin(table)
    },
    row: inner.row,
    end() {
      file?.end()
      zip.end()
    },
  }
}

const headerOf = ({ columns }: ExportTable): readonly string[] => columns.map(({ header }) => header)
