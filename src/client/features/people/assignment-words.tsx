import { useTranslation } from 'react-i18next'
import type { Assignment } from '../../../domain/people/assignment.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './people.module.css'

/** A role, where and from when to when. */
export function AssignmentWords({
  held,
}: {
  readonly held: Pick<Assignment, 'role' | 'unit' | 'from' | 'to'>
}) {
  const { t } = useTranslation('account')
  const directory = useDirectory()
  const format = useFormat()
  const { role, unit, from, to } = held
  return (
    <span>
      {t(`roles.${role}`)} · {directory?.tree.get(unit)?.fullName ?? unit}{' '}
      <span className={styles.soft}>
        {to === null
          ? t('from', { date: format.date(from) })
          : t('fromTo', { from: format.date(from), to: format.date(to) })}
      </span>
    </span>
  )
}
