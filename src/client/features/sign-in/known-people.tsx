import { useTranslation } from 'react-i18next'
import type { KnownPerson } from '../../context/gate.ts'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './sign-in.module.css'

/** Those who used this tablet before: one tap fills the name, and unsent work is not forgotten. */
export function KnownPeople({
  people,
  onChoose,
}: {
  readonly people: readonly KnownPerson[]
  readonly onChoose: (username: string) => void
}) {
  const { t } = useTranslation('signIn')
  return (
    <section className={styles.known}>
      <h2 className={styles.subtitle}>{t('onThisTablet')}</h2>
      <RowList label={t('onThisTablet')}>
        {people.map(person => (
          <ListRow
            key={person.id}
            icon="user"
            title={person.name}
            meta={person.username}
            state={
              person.unsent > 0 && (
                <StateMark state="onTablet">{t('unsent', { count: person.unsent })}</StateMark>
              )
            }
            onSelect={() => onChoose(person.username)}
          />
        ))}
      </RowList>
      <p className={styles.soft}>{t('offlineHint')}</p>
    </section>
  )
}
