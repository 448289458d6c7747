import { useTranslation } from 'react-i18next'
import { toProblemWords } from '../../../domain/xlsform/problem-words.ts'
import type { XlsformProblem } from '../../../domain/xlsform/xlsform-problem.ts'

/** Where in the workbook a problem is, and what to do about it. */
export function useProblemWords(): (problem: XlsformProblem) => {
  readonly place: string
  readonly words: string
} {
  const { t } = useTranslation('xlsform')
  // What each sentence is filled with is known by `toProblemWords` only; that every code has one, the server's compiler sees.
  const say = t as unknown as (key: string, values: Readonly<Record<string, string | number>>) => string
  return problem => {
    const { values, reason } = toProblemWords(problem)
    const { sheet, row, column } = problem
    const because = reason ? say(`expression.${reason.type}`, reason.values) : ''
    return {
      place:
        row === undefined
          ? sheet
          : column === undefined
            ? t('place.row', { sheet, row })
            : t('place.cell', { sheet, cell: `${column}${row}` }),
      words: say(`problem.${problem.code}`, { ...values, reason: because }),
    }
  }
}
