import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Audit } from '../../../domain/audits/audit.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './audit-plan.module.css'

/** The team, the lead auditor first. */
export function TeamList({
  audit: { team },
  actionsOf,
}: {
  readonly audit: Pick<Audit, 'team'>
  readonly actionsOf?: (person: string, isLead: boolean) => ReactNode
}) {
  const { t } = useTranslation('auditPlan')
  const nameOf = usePersonName()
  if (team.size === 0) return <p className={styles.soft}>{t('team.noneYet')}</p>
  const members = [...team].sort(
    ([a, left], [b, right]) =>
      Number(right.isLead) - Number(left.isLead) || nameOf(a).localeCompare(nameOf(b), 'vi'),
  )
  return (
    <ul className={styles.members}>
      {members.map(([person, { isLead }]) => (
        <li key={person} className={styles.member}>
          <Icon name={isLead ? 'star' : 'user'} className={styles.memberIcon} />
          <span className={styles.memberWords}>
            <span className={styles.strong}>{nameOf(person)}</span>
            <span className={styles.soft}>{t(isLead ? 'team.lead' : 'team.member')}</span>
          </span>
          {actionsOf && <span className={styles.memberActions}>{actionsOf(person, isLead)}</span>}
        </li>
      ))}
    </ul>
  )
}
