import { useTranslation } from 'react-i18next'
import type { StepStatus } from '../../../domain/qms/judge-steps.ts'
import { StateMark } from '../../ui/state-mark.tsx'

const marks = { open: 'notStarted', begun: 'inProgress', done: 'done', said: 'sent' } as const

/** How far a step is, in shape and word; late ones say by how much. */
export function StepMark({ status: { state, daysLate } }: { readonly status: StepStatus }) {
  const { t } = useTranslation('road')
  if (daysLate > 0) return <StateMark state="late">{t('steps.late', { count: daysLate })}</StateMark>
  return <StateMark state={marks[state]}>{t(`steps.state.${state}`)}</StateMark>
}
