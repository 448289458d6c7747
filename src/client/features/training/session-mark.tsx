import { useTranslation } from 'react-i18next'
import type { TrainingState } from '../../../domain/qms/training.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { StateName } from '../../ui/states.ts'

const marks: Readonly<Record<TrainingState, StateName>> = {
  planned: 'notStarted',
  late: 'late',
  begun: 'inProgress',
  held: 'done',
  cancelled: 'notApplicable',
}

/** How far a session is, in shape and word. */
export function SessionMark({ state }: { readonly state: TrainingState }) {
  const { t } = useTranslation('training')
  return <StateMark state={marks[state]}>{t(`state.${state}`)}</StateMark>
}
