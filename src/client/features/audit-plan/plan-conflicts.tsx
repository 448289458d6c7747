import { useTranslation } from 'react-i18next'
import { auditType, parseAuditField } from '../../../domain/audits/audit-fields.ts'
import { feedId } from '../../../domain/people/feed.ts'
import { FieldConflicts } from '../../context/field-conflicts.tsx'
import { usePlanFieldWords } from './use-plan-field-words.ts'
import type { Plan } from './use-plan.ts'

interface Props {
  readonly plan: Plan
  /** Whether the plan may be changed now, and its team and timetable. */
  readonly isOpen: boolean
  readonly isTableOpen: boolean
}

/** Where two people planned differently on two tablets (SY6). */
export function PlanConflicts({ plan, isOpen, isTableOpen }: Props) {
  const { t } = useTranslation('auditPlan')
  const { fieldName, valueText } = usePlanFieldWords()
  const mayRestore = (field: string): boolean => {
    const kind = parseAuditField(field)?.kind
    return kind === 'team' || kind === 'timetable' ? isTableOpen : isOpen
  }
  return (
    <FieldConflicts
      of={{ feed: feedId(plan.unit.id, 'audit'), type: auditType, thing: plan.thing }}
      conflicts={plan.conflicts}
      mayChange={plan.mayPlan}
      titleOf={(field, isOnePerson) =>
        t(isOnePerson ? 'conflict.onePerson' : 'conflict.two', { field: fieldName(field) })
      }
      {...{ mayRestore, valueText }}
    />
  )
}
