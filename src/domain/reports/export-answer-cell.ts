import { parseGeopoint } from '../../lib/geopoint.ts'
import type { Cell } from '../../lib/workbook/workbook.ts'
import type { CompiledForm } from '../forms/compile-form.ts'
import type { FormSession } from '../forms/form-session.ts'
import type { AnswerValue, Question } from '../forms/form-version.ts'
import { isChoice } from '../forms/is-choice.ts'
import { keyInRow } from '../forms/row.ts'
import type { FormScore } from '../forms/session-summary.ts'
import type { Response } from '../responses/response.ts'
import type { ExportWorld } from './export-fact-cell.ts'
import { nameOfOption } from './export-headers.ts'
import { asCodes, type ExportOptions } from './export-options.ts'
import type { ExportPart } from './export-table.ts'
import type { ExportedFile } from './exported-response.ts'

/** A response with its form at work. */
export interface OpenedResponse {
  readonly form: CompiledForm
  readonly response: Response
  readonly session: FormSession
  readonly answers: Readonly<Record<string, AnswerValue>>
  readonly files: readonly ExportedFile[]
  readonly score: FormScore
}

/** What a cell says of a question, in a row of its repeat (`''`: it stands in none). */
export function readAnswerCell(
  part: Extract<ExportPart, { readonly question: string }>,
  row: string,
  { form, response, session, answers, files }: OpenedResponse,
  options: ExportOptions,
  world: ExportWorld,
): Cell {
  const key = keyInRow(part.question, row)
  const question = form.questions.get(part.question)?.question
  const answer = answers[key]
  if (!question || !session.has(key)) return null
  switch (part.kind) {
    case 'answer':
      return answer === undefined ? null : answerCell(question, answer, form, options, world)
    case 'option':
      return answer === undefined ? null : optionCell(question, answer, part.option)
    case 'place': {
      const place = typeof answer === 'string' ? parseGeopoint(answer) : undefined
      const { latitude, longitude, altitude, accuracy } = place ?? {}
      return { latitude, longitude, altitude, precision: accuracy }[part.at] ?? null
    }
    case 'note':
      return session.question(key).relevant ? (response.notes[key] ?? null) : null
    case 'files': {
      const own = files.filter(file => file.key === key)
      return own.length === 0 ? null : own.map(({ path }) => path).join('\n')
    }
  }
}

function answerCell(
  question: Question,
  answer: AnswerValue,
  { form }: CompiledForm,
  { language }: ExportOptions,
  world: ExportWorld,
): Cell {
  if (language === asCodes) return typeof answer === 'object' ? answer.join(' ') : answer
  if (question.type === 'org_unit') return world.unitName(String(answer)) ?? String(answer)
  if (!isChoice(question)) return typeof answer === 'object' ? answer.join(', ') : answer
  const nameOf = (value: string): string => {
    const option = question.options.find(one => one.value === value)
    return option ? nameOfOption(option, language, form) : value
  }
  return typeof answer === 'object' ? answer.map(nameOf).join(', ') : nameOf(String(answer))
}

/** 1 when the option was chosen, 0 when others were; its place when options were ranked. */
function optionCell(question: Question, answer: AnswerValue, option: string): Cell {
  const chosen = typeof answer === 'object' ? answer : [String(answer)]
  const at = chosen.indexOf(option)
  if (question.type === 'rank') return at < 0 ? null : at + 1
  return at < 0 ? 0 : 1
}
