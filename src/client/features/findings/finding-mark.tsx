import { useTranslation } from 'react-i18next'
import type { FindingState } from '../../../domain/audits/finding-state.ts'
import type { FindingLine } from '../../../domain/audits/list-findings.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { StateName } from '../../ui/states.ts'

export const marks: Readonly<Record<FindingState, StateName>> = {
  noted: 'notApplicable',
  raised: 'sent',
  disputed: 'conflict',
  accepted: 'inProgress',
  planned: 'waiting',
  planApproved: 'inProgress',
  done: 'waiting',
  verified: 'waiting',
  closed: 'done',
  reopened: 'returned',
  cancelled: 'notApplicable',
}

/** How far a finding is, in shape and word; late ones say by how much. */
export function FindingMark({ line, isMine }: { readonly line: FindingLine; readonly isMine: boolean }) {
  const { t } = useTranslation('findings')
  if (line.daysLate > 0) return <StateMark state="late">{t('late', { count: line.daysLate })}</StateMark>
  const words = t(`state.${line.state}`)
  return <StateMark state={marks[line.state]}>{isMine ? t('yourTurn', { state: words }) : words}</StateMark>
}
