import { useTranslation } from 'react-i18next'
import { auditType } from '../../../domain/audits/audit-fields.ts'
import { FieldConflicts } from '../../context/field-conflicts.tsx'
import type { ConflictView } from '../../context/list-conflicts.ts'
import { useAuditWords } from '../../context/use-audit-words.ts'
import { useOpenFieldwork } from './fieldwork-context.tsx'

interface Props {
  readonly conflicts: readonly ConflictView[]
  readonly mayChange: boolean
}

/** Where two auditors wrote differently about a check or a finding. */
export function TopicConflicts({ conflicts, mayChange }: Props) {
  const { thing, feed } = useOpenFieldwork()
  const { t } = useTranslation('auditWork')
  const { partName, valueText } = useAuditWords()
  return (
    <FieldConflicts
      of={{ thing, feed, type: auditType }}
      titleOf={(field, isOnePerson) =>
        t(isOnePerson ? 'conflict.onePerson' : 'conflict.two', { field: partName(field) })
      }
      {...{ conflicts, mayChange, valueText }}
    />
  )
}
