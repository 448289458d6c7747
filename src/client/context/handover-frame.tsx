import type { ReactNode } from 'react'
import { useApp } from './app-context.tsx'
import { DemoMark } from '../ui/demo-mark.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { GiveBack } from './give-back.tsx'
import styles from './handover-frame.module.css'

interface Props {
  readonly title: ReactNode
  /** Beside "give the tablet back". */
  readonly foot?: ReactNode
  /** Kept below in reach of the thumb. */
  readonly bar?: ReactNode
  readonly children: ReactNode
}

/** A calm page with large letters: what form it is, the language, and the way back to the official. */
export function HandoverFrame({ title, foot, bar, children }: Props) {
  const app = useApp()
  return (
    <div className={styles.page}>
      {app.isDemo && <DemoMark />}
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <div className={styles.body}>{children}</div>
        <div className={styles.foot}>
          {foot}
          <GiveBack />
        </div>
        {bar}
      </main>
    </div>
  )
}
