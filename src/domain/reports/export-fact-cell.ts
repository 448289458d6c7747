import type { Cell } from '../../lib/workbook/workbook.ts'
import type { FormScore } from '../forms/session-summary.ts'
import { textIn } from './export-headers.ts'
import { asCodes, type ExportedFact, type ExportOptions, type ExportWords } from './export-options.ts'
import type { ExportPart } from './export-table.ts'
import type { ExportedResponse } from './exported-response.ts'

/** What rows need to know of the world around the responses. */
export interface ExportWorld {
  readonly today: string
  readonly dayOf: (ms: number) => string
  /** An instant as people there write it: `2017-11-01T08:30:00+07:00`. */
  readonly timeOf: (ms: number) => string
  readonly personName: (person: string) => string
  readonly unitName: (unit: string) => string | undefined
  readonly words: ExportWords | undefined
}

/** What is known of a response besides its answers. */
export function readFactCell(
  part: Extract<ExportPart, { kind: 'fact' | 'sectionScore' }>,
  source: ExportedResponse,
  score: FormScore | undefined,
  { language }: ExportOptions,
  world: ExportWorld,
): Cell {
  if (part.kind === 'sectionScore') return score?.sections[part.section] ?? null
  const { unit, district, response, form, startedAt } = source
  const lastMove = (to: 'sent' | 'approved') => response.moves.findLast(move => move.to === to)
  const time = (ms: number | null | undefined): Cell => (ms == null ? null : world.timeOf(ms))
  const cellOf: Readonly<Record<ExportedFact, () => Cell>> = {
    _unit_code: () => unit.code,
    _unit_name: () => unit.fullName,
    _district: () => district?.fullName ?? null,
    _form: () => response.form?.id ?? null,
    _version: () => response.form?.version ?? null,
    _state: () => world.words?.states[response.state] ?? response.state,
    _started_at: () => time(startedAt),
    _sent_at: () => time(lastMove('sent')?.at),
    // An approval that was taken back is none.
    _approved_at: () => (response.state === 'approved' ? time(lastMove('approved')?.at) : null),
    _sent_by: () => {
      const author = lastMove('sent')?.author
      return author === undefined ? null : world.personName(author)
    },
    _score: () => score?.total ?? null,
    _score_band: () => {
      if (!score?.band || !form) return null
      return language === asCodes ? score.band.id : textIn(score.band.label, language, form.form)
    },
  }
  return cellOf[part.fact]()
}
