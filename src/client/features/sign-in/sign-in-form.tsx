import { lazy, Suspense, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useGate, type SignInProblem } from '../../context/gate.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './sign-in.module.css'

const NewPassword = lazy(() =>
  import('./new-password-form.tsx').then(one => ({ default: one.NewPasswordForm })),
)

interface Props {
  readonly start: { readonly username: string; readonly password: string }
  /** Signing in again as the same person: the name cannot be changed. */
  readonly isAgain?: boolean
  readonly onDone?: () => void
}

export function SignInForm({ start, isAgain = false, onDone }: Props) {
  const gate = useGate()
  const { t } = useTranslation('signIn')
  const [username, setUsername] = useState(start.username)
  const [password, setPassword] = useState(start.password)
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<SignInProblem | { readonly type: 'empty' }>()

  async function signIn(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isWorking) return
    if (username.trim() === '' || password === '') {
      setProblem({ type: 'empty' })
      return
    }
    setWorking(true)
    setProblem(undefined)
    const signedIn = await gate.signIn(username.trim(), password)
    setWorking(false)
    if (signedIn.ok) onDone?.()
    else setProblem(signedIn.error)
  }

  if (problem?.type === 'passwordIsOneTime')
    return (
      <Suspense>
        <NewPassword username={username.trim()} password={password} onDone={onDone} />
      </Suspense>
    )
  return (
    <form className={styles.form} onSubmit={event => void signIn(event)} noValidate>
      <TextField
        label={t('username')}
        value={username}
        onChange={setUsername}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        disabled={isAgain}
        autoFocus={username === ''}
      />
      <PasswordField
        label={t('password')}
        value={password}
        onChange={setPassword}
        name="password"
        autoComplete="current-password"
        autoFocus={username !== '' && password === ''}
      />
      {problem && (
        <Banner tone="danger" announce>
          {t(`error.${problem.type}`, { seconds: problem.type === 'tooManyTries' ? problem.seconds : 0 })}
        </Banner>
      )}
      <Button type="submit" look="primary" fullWidth busy={isWorking}>
        {isWorking ? t('working') : t(isAgain ? 'again.do' : 'do')}
      </Button>
    </form>
  )
}
