import texts from '../../../../locales/en/xlsform.json' with { type: 'json' }
import type { ExpressionError } from '../../../domain/forms/expressions/expression-error.ts'
import { toProblemWords } from '../../../domain/xlsform/problem-words.ts'
import type { XlsformProblem } from '../../../domain/xlsform/xlsform-problem.ts'

/** A code without a sentence does not compile. */
const sentences: Readonly<Record<XlsformProblem['code'], string>> = texts.problem
const reasons: Readonly<Record<ExpressionError['type'], string>> = texts.expression

type Values = Readonly<Record<string, string | number>>

/** A problem with its sentence. */
export function writeProblem(problem: XlsformProblem): XlsformProblem & { readonly message: string } {
  const { values, reason } = toProblemWords(problem)
  const because = reason ? fill(reasons[reason.type], reason.values) : ''
  const words = fill(sentences[problem.code], { ...values, reason: because })
  const { sheet, row, column } = problem
  const place =
    row === undefined
      ? sheet
      : column === undefined
        ? fill(texts.place.row, { sheet, row })
        : fill(texts.place.cell, { sheet, cell: `${column}${row}` })
  return { ...problem, message: `${place}: ${words}` }
}

const fill = (text: string, values: Values): string =>
  text.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''))
