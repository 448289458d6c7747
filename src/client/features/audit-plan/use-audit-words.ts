import { useTranslation } from 'react-i18next'
import { formatAuditNumber, type AuditName } from '../../../domain/audits/audit-number.ts'
import { leadOf, type Audit } from '../../../domain/audits/audit.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** Days, number and team of an audit in words. */
export function useAuditWords(): {
  days: (audit: Pick<Audit, 'from' | 'to'>) => string
  number: (name: AuditName) => string
  team: (audit: Pick<Audit, 'team'>) => string
} {
  const { t } = useTranslation(['audits', 'auditPlan'])
  const format = useFormat()
  const nameOf = usePersonName()
  return {
    days: ({ from, to }) => {
      if (from === undefined) return t('auditPlan:days.none')
      if (to === undefined || to === from) return format.date(from)
      return t('auditPlan:days.span', { from: format.date(from), to: format.date(to) })
    },
    number: name => t('number', { number: formatAuditNumber(name) }),
    team: audit => {
      const lead = leadOf(audit)
      const rest = audit.team.size - (lead === undefined ? 0 : 1)
      if (audit.team.size === 0) return t('auditPlan:team.noneYet')
      if (lead === undefined) return t('auditPlan:team.members', { count: rest })
      const name = nameOf(lead)
      return rest === 0
        ? t('auditPlan:team.leadAlone', { name })
        : t('auditPlan:team.leadAndMembers', { name, count: rest })
    },
  }
}
