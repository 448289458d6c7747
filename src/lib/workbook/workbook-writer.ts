import { strToU8 } from 'fflate'
import { createZipStream } from '../zip/zip-stream.ts'
import { encodeCellText } from './cell-text.ts'
import { columnLetters } from './column-letters.ts'
import { createSheetNames } from './sheet-names.ts'
import type { Cell } from './workbook.ts'
import {
  contentTypesXml,
  packageRelationshipsXml,
  sheetEndXml,
  sheetHeadXml,
  sheetPath,
  stylesXml,
  workbookRelationshipsXml,
  workbookXml,
} from './workbook-parts.ts'

export interface WorkbookWriter {
  /** Begins a sheet, and ends the one before. An empty header is an empty first row. Gives the name the sheet got. */
  readonly sheet: (name: string, header: readonly Cell[]) => string
  readonly row: (cells: readonly Cell[]) => void
  /** Ends the workbook, which must have a sheet. */
  readonly end: () => void
}

// The text that is gathered before it is deflated.
const batchLength = 64 * 1024
const maxRows = 1_048_576
const maxColumns = 16_384

/**
 * Writes an XLSX that leaves by `onChunk` as it grows, so that memory stays flat whatever the number of rows. The same
 * cells give the same bytes. A text is a text, also one that begins with `=`: no cell is ever a formula.
 */
export function createWorkbookWriter({ onChunk }: { onChunk: (chunk: Uint8Array) => void }): WorkbookWriter {
  const zip = createZipStream({ onChunk })
  const nameOf = createSheetNames()
  const names: string[] = []
  const letters: string[] = []
  let part: ReturnType<typeof zip.deflate> | undefined
  let batch = ''
  let rows = 0

  const put = (xml: string): void => {
    batch += xml
    if (batch.length >= batchLength) flush()
  }
  const flush = (): void => {
    part?.push(strToU8(batch))
    batch = ''
  }
  const putRow = (cells: readonly Cell[], style: string): void => {
    if (!part) throw new Error('A row needs a sheet')
    if (rows === maxRows || cells.length > maxColumns) throw new RangeError('The sheet is full')
    rows++
    let xml = ''
    cells.forEach((cell, column) => {
      if (cell !== null) xml += cellXml((letters[column] ??= columnLetters(column)) + rows, cell, style)
    })
    if (xml !== '') put(`<row r="${rows}">${xml}</row>`)
  }
  const endSheet = (): void => {
    if (!part) return
    put(sheetEndXml)
    flush()
    part.end()
    part = undefined
  }
  const putPart = (path: string, xml: string): void => {
    const whole = zip.deflate(path)
    whole.push(strToU8(xml))
    whole.end()
  }

  return {
    sheet: (name, header) => {
      if (names.length === 0) putPart('_rels/.rels', packageRelationshipsXml)
      endSheet()
      part = zip.deflate(sheetPath(names.length))
      rows = 0
      put(sheetHeadXml(header.map(columnWidth)))
      putRow(header, ' s="1"')
      const free = nameOf(name)
      names.push(free)
      return free
    },
    row: cells => putRow(cells, ''),
    end: () => {
      if (names.length === 0) throw new Error('A workbook needs a sheet')
      endSheet()
      putPart('xl/styles.xml', stylesXml)
      putPart('xl/workbook.xml', workbookXml(names))
      putPart('xl/_rels/workbook.xml.rels', workbookRelationshipsXml(names.length))
      putPart('[Content_Types].xml', contentTypesXml(names.length))
      zip.end()
    },
  }
}

function cellXml(place: string, cell: string | number | boolean, style: string): string {
  if (typeof cell === 'boolean') return `<c r="${place}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number')
    return Number.isFinite(cell)
      ? `<c r="${place}"${style}><v>${cell}</v></c>`
      : `<c r="${place}"${style} t="e"><v>#NUM!</v></c>`
  const space = /^\s|\s$|\n/u.test(cell) ? ' xml:space="preserve"' : ''
  return `<c r="${place}"${style} t="inlineStr"><is><t${space}>${encodeCellText(cell)}</t></is></c>`
}

/** As wide as its header, within reason. */
const columnWidth = (header: Cell): number => Math.min(40, Math.max(12, String(header ?? '').length + 2))
