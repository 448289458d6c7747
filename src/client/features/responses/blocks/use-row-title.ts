import { useTranslation } from 'react-i18next'
import { keyInRow } from '../../../../domain/forms/row.ts'
import { useLocalText } from '../../../i18n/local-text.ts'
import { useFilling } from '../filling-context.tsx'
import { useAnswerText } from '../../../context/use-answer-text.ts'
import type { RowsHere } from './block.ts'
import { findRowName } from './row-name.ts'
import { useTold } from './use-is-shown.ts'

/** What a repeat is called; `''` when its form has no word for it. */
export function useRepeatLabel(): (here: Pick<RowsHere, 'repeat' | 'around'>) => string {
  const { session } = useFilling().filling
  const text = useLocalText()
  return ({ repeat, around }) =>
    repeat.label ? text(session.text(repeat.label, keyInRow(repeat.id, around))) : ''
}

/** What a row is called: `Người tham dự 2: Nguyễn Văn An`. */
export function useRowTitle(): (here: RowsHere, row: string) => string {
  const { session } = useFilling().filling
  const { t } = useTranslation('responses')
  const answerText = useAnswerText()
  const labelOf = useRepeatLabel()
  return (here, row) => {
    const number = here.rows.indexOf(row) + 1
    const title = t('rows.title', { label: labelOf(here) || t('rows.unnamed'), number })
    const found = findRowName(here.repeat.items, row, session)
    const name = found && answerText(found.question, found.value)
    return name ? t('rows.named', { title, name }) : title
  }
}

/**
 * The title of one row, told anew when it changes. Each answer asks all rows: so only what the title is made of is
 * compared, and the words are put together when that is another.
 */
export function useLiveRowTitle(here: RowsHere, row: string): string {
  const titleOf = useRowTitle()
  const labelOf = useRepeatLabel()
  useTold(({ session }) => {
    const found = findRowName(here.repeat.items, row, session)
    return JSON.stringify([labelOf(here), found?.question.id, found?.value])
  })
  return titleOf(here, row)
}
