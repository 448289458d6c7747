import type { Cell } from '../../lib/workbook/workbook.ts'
import { keyInRow } from '../forms/row.ts'
import type { SessionClock } from '../forms/session-clock.ts'
import { openSession } from '../responses/form-session.ts'
import { readAnswerCell, type OpenedResponse } from './export-answer-cell.ts'
import { readFactCell, type ExportWorld } from './export-fact-cell.ts'
import { listExportedFiles, type ExportedFile, type ExportedResponse } from './exported-response.ts'
import type { ExportOptions } from './export-options.ts'
import type { ExportLink, ExportTable } from './export-table.ts'

/** A row of a table. */
export interface ExportRow {
  readonly table: ExportTable
  readonly cells: readonly Cell[]
}

export interface ExportedRows {
  /** The row of the response first, then those of its repeats, each table's in its order. */
  readonly rows: readonly ExportRow[]
  /** The files that its cells name. */
  readonly files: readonly ExportedFile[]
}

/**
 * Turns responses into rows, one after the other. Rows are numbered within their table over all responses, and name
 * the number of the row around them, as Kobo does. Answers that are hidden are not there.
 */
export function createExportRows(
  table: ExportTable,
  options: ExportOptions,
  world: ExportWorld,
): (source: ExportedResponse) => ExportedRows {
  const counts = new Map<ExportTable, number>()

  return source => {
    const opened = open(source, options, world)
    const rows: ExportRow[] = []

    function add(
      own: ExportTable,
      row: string,
      around: { table: ExportTable; index: number } | undefined,
    ): void {
      const index = (counts.get(own) ?? 0) + 1
      counts.set(own, index)
      const linkCell = (link: ExportLink): Cell => {
        switch (link) {
          case '_id':
          case '_submission__id':
            return source.id
          case '_index':
            return index
          case '_parent_index':
            return around?.index ?? null
          case '_parent_table_name':
            return around?.table.name ?? null
        }
      }
      const cells = own.columns.map(({ part }): Cell => {
        switch (part.kind) {
          case 'link':
            return linkCell(part.link)
          case 'fact':
          case 'sectionScore':
            return readFactCell(part, source, opened?.score, options, world)
          case 'answer':
          case 'option':
          case 'place':
          case 'note':
          case 'files':
            return opened ? readAnswerCell(part, row, opened, options, world) : null
        }
      })
      rows.push({ table: own, cells })
      if (!opened) return
      for (const inner of own.below)
        if (opened.session.isShown(keyInRow(inner.repeat, row)))
          for (const id of opened.session.rows(inner.repeat, row)) add(inner, id, { table: own, index })
    }
    add(table, '', undefined)
    return { rows, files: opened?.files ?? [] }
  }
}

/** Undefined when the version is not known here: its row then says only which response it is. */
function open(
  source: ExportedResponse,
  options: ExportOptions,
  world: ExportWorld,
): OpenedResponse | undefined {
  const { form, response } = source
  if (!form) return undefined
  // What a form reads from the clock is what it read when it was sent.
  const sentAt = response.moves.findLast(move => move.to === 'sent')?.at
  const today = sentAt === undefined ? world.today : world.dayOf(sentAt)
  const clock: SessionClock = { today: () => today, language: options.language }
  const session = openSession(form, response, clock)
  const score = session.score()
  const files = listExportedFiles(source, session.exportedFiles())
  return { form, response, session, answers: session.exportedAnswers(), files, score }
}
