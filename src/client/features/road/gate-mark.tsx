import { useTranslation } from 'react-i18next'
import type { GateResult } from '../../../domain/qms/judge-gates.ts'
import { StateMark } from '../../ui/state-mark.tsx'

const marks = { met: 'done', notMet: 'returned', na: 'notApplicable', open: 'notStarted' } as const

/** How a gate stands, in shape and word; said when a person says otherwise than the figures. */
export function GateMark({ result: { gate, value, isOverridden } }: { readonly result: GateResult }) {
  const { t } = useTranslation('road')
  const words = t(`gate.value.${value}`)
  const extra = isOverridden ? t('gate.byHand') : gate.isMust ? undefined : t('gate.should')
  return <StateMark state={marks[value]}>{extra ? `${words} · ${extra}` : words}</StateMark>
}
