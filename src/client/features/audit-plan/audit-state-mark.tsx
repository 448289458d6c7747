import { useTranslation } from 'react-i18next'
import type { AuditState } from '../../../domain/audits/audit-state.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { StateName } from '../../ui/states.ts'

const looks: Readonly<Record<AuditState, StateName>> = {
  draft: 'draft',
  planned: 'dueSoon',
  underway: 'inProgress',
  signed: 'approved',
  cancelled: 'notApplicable',
}

export function AuditStateMark({ state }: { readonly state: AuditState }) {
  const { t } = useTranslation('audits')
  return <StateMark state={looks[state]}>{t(`state.${state}`)}</StateMark>
}
