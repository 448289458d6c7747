import { useTranslation } from 'react-i18next'
import { keyInRow } from '../../../domain/forms/row.ts'
import { parseResponseField } from '../../../domain/responses/response-fields.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { useFilling } from './filling-context.tsx'
import { useAnswerText } from '../../context/use-answer-text.ts'

interface Props {
  readonly field: string
  readonly value: JsonValue
}

const mostAnswers = 4

/** A row of a repeat that one person removed and another filled: with what is in it, so that it is known again. */
export function ConflictRow({ field, value }: Props) {
  const { t } = useTranslation('responses')
  const answers = useRowAnswers(field)
  if (value === null) return t('conflict.rowRemoved')
  return (
    <>
      {t('conflict.rowThere')}
      {answers !== '' && <div>{answers}</div>}
    </>
  )
}

/** The first answers in a row, whether it stands or was removed; '' when there are none. */
function useRowAnswers(field: string): string {
  const { filling } = useFilling()
  const answerText = useAnswerText()
  const named = parseResponseField(field)
  if (named?.kind !== 'row') return ''
  const { answers } = filling.response()
  return [...filling.form.questions.values()]
    .map(({ question }) => answerText(question, answers[keyInRow(question.id, named.row)]))
    .filter(words => words !== '')
    .slice(0, mostAnswers)
    .join(' · ')
}
