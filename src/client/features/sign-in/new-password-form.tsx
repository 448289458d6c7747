import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useGate, type SignInProblem } from '../../context/gate.ts'
import { faultOfChosen, NewPasswordFields, nothingChosen } from '../../context/new-password-fields.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './sign-in.module.css'

interface Props {
  readonly username: string
  /** The one-time password that was right. */
  readonly password: string
  readonly onDone: (() => void) | undefined
}

/** First sign-in, or after a reset: what an administrator has seen is replaced before anything opens. */
export function NewPasswordForm({ username, password, onDone }: Props) {
  const gate = useGate()
  const { t, ready } = useTranslation(['newPassword', 'signIn'])
  const [wish, setWish] = useState(nothingChosen)
  const [isAsked, setAsked] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<SignInProblem>()
  if (!ready) return <Spinner />
  const fault = faultOfChosen(wish, password)

  async function choose(event: FormEvent): Promise<void> {
    event.preventDefault()
    setAsked(true)
    if (isWorking || fault) return
    setWorking(true)
    setProblem(undefined)
    const signedIn = await gate.signIn(username, password, wish.chosen)
    setWorking(false)
    if (signedIn.ok) onDone?.()
    else setProblem(signedIn.error)
  }

  return (
    <form className={styles.form} onSubmit={event => void choose(event)} noValidate>
      <h2 className={styles.subtitle}>{t('title')}</h2>
      <p className={styles.soft}>{t('hint', { username })}</p>
      <input type="hidden" name="username" autoComplete="username" value={username} />
      <NewPasswordFields value={wish} onChange={setWish} fault={isAsked ? fault : undefined} autoFocus />
      {problem && (
        <Banner tone="danger" announce>
          {problem.type === 'unreachable'
            ? t('needsNetwork')
            : t(`signIn:error.${problem.type}`, {
                seconds: problem.type === 'tooManyTries' ? problem.seconds : 0,
              })}
        </Banner>
      )}
      <Button type="submit" look="primary" fullWidth busy={isWorking}>
        {t('do')}
      </Button>
    </form>
  )
}
