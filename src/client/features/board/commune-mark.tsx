import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../domain/reports/board/board-row.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { communeMarks } from './cell-state.ts'

/** How a commune is on its road, in shape and word; late and silent ones say by how much. */
export function CommuneMark({ row: { state, daysLate } }: { readonly row: BoardRow }) {
  const { t } = useTranslation('board')
  if (state === undefined) return <StateMark state="waiting">{t('figures.later')}</StateMark>
  return (
    <StateMark state={communeMarks[state]}>
      {state === 'late' ? t('lateBy', { count: daysLate }) : t(`state.${state}`)}
    </StateMark>
  )
}
