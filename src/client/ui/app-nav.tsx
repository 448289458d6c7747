import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import styles from './app-nav.module.css'
import { classNames } from './class-names.ts'
import { findHere } from './find-here.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'

export interface AppNavItem {
  readonly to: string
  /** One or two words: it stands under an icon. */
  readonly label: string
  readonly icon: IconName
  /** How many things wait there. */
  readonly count?: number | undefined
  /** Addresses besides its own that are "here" too, with all below them. */
  readonly also?: readonly string[] | undefined
  /** The top bar leads there too: on a phone it gives way when there are seven or more. */
  readonly isAbove?: boolean | undefined
}

/** A bar below on phones and upright tablets, a rail beside the page from 900 px. */
export function AppNav({ items }: { readonly items: readonly AppNavItem[] }) {
  const { t } = useTranslation('ui')
  const { pathname } = useLocation()
  const here = findHere(items, pathname)
  return (
    <nav className={styles.nav} aria-label={t('shell.navigation')}>
      <ul className={styles.list}>
        {items.map(({ to, label, icon, count = 0, isAbove }) => (
          <li key={to} className={classNames(styles.item, isAbove && styles.above)}>
            <Link to={to} className={styles.link} aria-current={to === here?.to ? 'page' : undefined}>
              <span className={styles.sign}>
                <Icon name={icon} />
                {count > 0 && <span className={styles.count}>{count > 99 ? '99+' : count}</span>}
              </span>
              <span className={styles.label}>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
