import { useTranslation } from 'react-i18next'
import type { ReportState } from '../../../domain/audits/report-state.ts'
import { StateMark } from '../../ui/state-mark.tsx'

const marks = { issued: 'sent', returned: 'returned', approved: 'approved' } as const

/** How far a signed report is, in shape and word. */
export function ReportMark({ state }: { readonly state: ReportState }) {
  const { t } = useTranslation('auditReport')
  return <StateMark state={marks[state]}>{t(`state.${state}`)}</StateMark>
}
