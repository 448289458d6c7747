import { useTranslation } from 'react-i18next'
import { isRole } from '../../../domain/people/role.ts'
import type { DemoAccount } from '../../context/gate.ts'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import styles from './sign-in.module.css'

/** Demo mode only: the server tells its accounts, one tap fills one in. */
export function DemoAccounts({
  accounts,
  onChoose,
}: {
  readonly accounts: readonly DemoAccount[]
  readonly onChoose: (account: DemoAccount) => void
}) {
  const { t, ready } = useTranslation(['signIn', 'account'])
  if (!ready) return null
  return (
    <section className={styles.known}>
      <h2 className={styles.subtitle}>{t('demo.title')}</h2>
      <p className={styles.soft}>{t('demo.hint')}</p>
      <RowList label={t('demo.title')}>
        {accounts.map(account => (
          <ListRow
            key={account.username}
            icon="user"
            title={`${isRole(account.role) ? t(`account:roles.${account.role}`) : account.role} · ${account.unit}`}
            meta={`${account.name} · ${account.username} / ${account.password}`}
            onSelect={() => onChoose(account)}
          />
        ))}
      </RowList>
    </section>
  )
}
