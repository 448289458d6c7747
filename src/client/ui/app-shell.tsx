import { DemoMark } from './demo-mark.tsx'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { To } from 'react-router'
import { AppNav } from './app-nav.tsx'
import type { AppNavItem } from './app-nav.tsx'
import styles from './app-shell.module.css'
import { BrandMark } from './brand-mark.tsx'
import { PersonButton } from './person-button.tsx'
import type { ShellPerson } from './person-button.tsx'

export interface AppShellProps {
  /** At most six fit below on a phone; of more, those that the top bar leads to as well give way. */
  readonly nav: readonly AppNavItem[]
  readonly home?: To | undefined
  readonly person?: ShellPerson | undefined
  /** A StatusPill. */
  readonly sync?: ReactNode
  /** A LanguageSwitch. */
  readonly language?: ReactNode
  /** A button that opens the help of the page. */
  readonly help?: ReactNode
  /** Marks every screen as holding demo data. */
  readonly demo?: boolean
  readonly children: ReactNode
}

/** The frame of every screen: who, how the sync stands, where to go. */
export function AppShell({
  nav,
  home = '/',
  person,
  sync,
  language,
  help,
  demo = false,
  children,
}: AppShellProps) {
  const { t } = useTranslation(['ui', 'common'])
  const main = useRef<HTMLElement>(null)
  return (
    <div className={styles.shell} data-demo={demo || undefined}>
      <a
        href="#main"
        className={styles.skip}
        onClick={event => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {t('shell.skip')}
      </a>
      <header className={styles.top}>
        {demo && <DemoMark />}
        <div className={styles.bar}>
          <Link to={home} className={styles.brand}>
            <BrandMark />
            <span className={styles.name}>{t('common:product')}</span>
          </Link>
          <div className={styles.tools}>
            {sync}
            {language}
            {help}
            {person && <PersonButton person={person} />}
          </div>
        </div>
      </header>
      <div className={styles.frame}>
        {nav.length > 0 && <AppNav items={nav} />}
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <div className={styles.content}>{children}</div>
        </main>
      </div>
    </div>
  )
}
