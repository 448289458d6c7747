import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInProblem } from './gate.ts'
import { useHandover } from './handover.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import styles from './handover-frame.module.css'

/** The only way out: the official's password. */
export function GiveBack() {
  const { t, ready } = useTranslation('handover')
  const [isOpen, setOpen] = useState(false)
  if (!ready) return null
  return (
    <>
      <Button look="quiet" icon="lock" onClick={() => setOpen(true)}>
        {t('giveBack.do')}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('giveBack.title')} phone="above">
        <PasswordForm />
      </Dialog>
    </>
  )
}

function PasswordForm() {
  const { takeBack } = useHandover()
  const { t } = useTranslation(['handover', 'signIn'])
  const [password, setPassword] = useState('')
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<SignInProblem | { readonly type: 'empty' }>()

  async function open(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isWorking) return
    if (password === '') {
      setProblem({ type: 'empty' })
      return
    }
    setWorking(true)
    setProblem(undefined)
    const taken = await takeBack(password).catch(
      () => ({ ok: false, error: { type: 'storeFailed' } }) as const,
    )
    setWorking(false)
    if (taken.ok) return
    setPassword('')
    setProblem(taken.error)
  }

  return (
    <form className={styles.password} onSubmit={event => void open(event)} noValidate>
      <p>{t('giveBack.hint')}</p>
      {/* 'new-password': the browser must not fill in for a citizen what it remembers of the official. */}
      <PasswordField
        label={t('giveBack.password')}
        value={password}
        onChange={setPassword}
        name="password"
        autoComplete="new-password"
        autoFocus
      />
      {problem && (
        <Banner tone="danger" announce>
          {problem.type === 'tooManyTries'
            ? t('giveBack.tooManyTries', { count: problem.seconds })
            : problem.type === 'wrongOffline' || problem.type === 'wrongPassword'
              ? t('giveBack.wrong')
              : problem.type === 'empty'
                ? t('giveBack.empty')
                : t(`signIn:error.${problem.type}`)}
        </Banner>
      )}
      <Button type="submit" look="primary" fullWidth busy={isWorking}>
        {t('giveBack.open')}
      </Button>
    </form>
  )
}
