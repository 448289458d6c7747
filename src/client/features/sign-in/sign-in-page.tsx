import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGate, type DemoAccount, type KnownPerson } from '../../context/gate.ts'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { DemoAccounts } from './demo-accounts.tsx'
import { KnownPeople } from './known-people.tsx'
import { SignInForm } from './sign-in-form.tsx'
import styles from './sign-in.module.css'

/** Shown while nobody is signed in on this tablet. */
export function SignInPage() {
  const gate = useGate()
  const { t } = useTranslation(['signIn', 'common'])
  const [known, setKnown] = useState<readonly KnownPerson[]>([])
  const [demo, setDemo] = useState<readonly DemoAccount[]>([])
  const [filled, setFilled] = useState({ username: '', password: '' })
  useEffect(() => {
    void gate.listKnownPeople().then(setKnown)
    void gate.listDemoAccounts().then(setDemo)
  }, [gate])
  return (
    <div className={styles.page}>
      {demo.length > 0 && <DemoMark />}
      <header className={styles.head}>
        <BrandMark />
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <div className={styles.words}>
          <h1 className={styles.title}>{t('common:product')}</h1>
          <p className={styles.soft}>{t('welcome')}</p>
        </div>
        {known.length > 0 && (
          <KnownPeople people={known} onChoose={username => setFilled({ username, password: '' })} />
        )}
        <SignInForm key={filled.username} start={filled} />
        {demo.length > 0 && <DemoAccounts accounts={demo} onChoose={setFilled} />}
      </main>
    </div>
  )
}
