import { useTranslation } from 'react-i18next'
import { getArea } from '../../../domain/audits/area.ts'
import { getClause, type Standard } from '../../../domain/audits/clause.ts'
import type { CheckGroup, CheckOrder } from '../../../domain/audits/group-checks.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import styles from './audit-work.module.css'
import { CheckSlot } from './check-slot.tsx'

export const groupElement = (id: string): string => `group-${id}`

/** Cards that are drawn before anything is known of the screen: with its photos one fills most of a tablet's. */
const drawnAtFirst = 1

interface Props {
  readonly groups: readonly CheckGroup[]
  readonly order: CheckOrder
  readonly standard: Standard
}

/** The checks in the order in which they are walked; only those near the screen are drawn. */
export function CheckList({ groups, order, standard }: Props) {
  const nameOf = useGroupName(order, standard)
  const first = new Set(
    groups
      .flatMap(({ checks }) => checks)
      .slice(0, drawnAtFirst)
      .map(({ key }) => key),
  )
  return groups.map(({ id, checks }) => (
    <section key={id} aria-labelledby={groupElement(id)} className={styles.group}>
      <h2 id={groupElement(id)} tabIndex={-1} className={styles.groupTitle}>
        {nameOf(id)}
      </h2>
      {checks.map(planned => (
        <CheckSlot key={planned.key} planned={planned} isFirst={first.has(planned.key)} />
      ))}
    </section>
  ))
}

/** What a group is called: a clause with its title, or an area. */
export function useGroupName(order: CheckOrder, standard: Standard): (id: string) => string {
  const { t } = useTranslation('auditWork')
  const text = useLocalText()
  return id => {
    if (order === 'area') {
      const area = getArea(id)
      return area ? text(area.label) : id
    }
    const clause = getClause(standard, id)
    return clause ? `${id} ${text(clause.title)}` : t('noClause')
  }
}
