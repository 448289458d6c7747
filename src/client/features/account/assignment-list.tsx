import { useTranslation } from 'react-i18next'
import type { Assignment } from '../../../domain/people/assignment.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './account.module.css'

export function AssignmentList({ assignments }: { readonly assignments: readonly Assignment[] }) {
  const { t } = useTranslation('account')
  const directory = useDirectory()
  const format = useFormat()
  if (assignments.length === 0) return <span className={styles.soft}>{t('people.none')}</span>
  return (
    <ul className={styles.list}>
      {assignments.map(({ id, role, unit, from, to }) => (
        <li key={id}>
          {t(`roles.${role}`)} · {directory?.tree.get(unit)?.fullName ?? unit}{' '}
          <span className={styles.soft}>
            {to === null
              ? t('from', { date: format.date(from) })
              : t('fromTo', { from: format.date(from), to: format.date(to) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
