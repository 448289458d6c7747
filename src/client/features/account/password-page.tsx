import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../context/app-context.tsx'
import { useGate, type SignInProblem } from '../../context/gate.ts'
import { faultOfChosen, NewPasswordFields, nothingChosen } from '../../context/new-password-fields.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './account.module.css'

/** `/account/password`: one's own new password, whenever one likes; at the server, so only with a network. */
export function Component() {
  const app = useApp()
  const gate = useGate()
  const { t, ready } = useTranslation(['newPassword', 'signIn'])
  const [current, setCurrent] = useState('')
  const [wish, setWish] = useState(nothingChosen)
  const [isAsked, setAsked] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [isDone, setDone] = useState(false)
  const [problem, setProblem] = useState<SignInProblem>()
  if (!ready) return <Spinner />
  const fault = faultOfChosen(wish, current)

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault()
    setAsked(true)
    if (isWorking || current === '' || fault) return
    setWorking(true)
    setProblem(undefined)
    const changed = await gate.signIn(app.person.username, current, wish.chosen)
    setWorking(false)
    if (!changed.ok) return setProblem(changed.error)
    setCurrent('')
    setWish(nothingChosen)
    setAsked(false)
    setDone(true)
  }

  function wordsOf({ type, ...more }: SignInProblem): string {
    if (type === 'unreachable') return t('needsNetwork')
    if (type === 'wrongPassword') return t('own.wrong')
    return t(`signIn:error.${type}`, { seconds: 0, ...more })
  }

  return (
    <>
      <PageHeader
        title={t('own.title')}
        subtitle={app.person.username}
        back={{ to: '/account', label: t('own.back') }}
      />
      {isDone ? (
        <Banner
          tone="success"
          title={t('own.done')}
          announce
          action={<ButtonLink to="/account">{t('own.toAccount')}</ButtonLink>}
        >
          {t('own.doneHint')}
        </Banner>
      ) : (
        <Card>
          <form className={styles.form} onSubmit={event => void change(event)} noValidate>
            <p className={styles.hint}>{t('own.hint')}</p>
            {app.isDemo && <p className={styles.hint}>{t('own.demo')}</p>}
            <input type="hidden" name="username" autoComplete="username" value={app.person.username} />
            <PasswordField
              label={t('own.current')}
              error={isAsked && current === '' ? t('own.empty') : undefined}
              value={current}
              onChange={setCurrent}
              name="password"
            />
            <NewPasswordFields
              value={wish}
              onChange={setWish}
              fault={isAsked && current !== '' ? fault : undefined}
            />
            {problem && (
              <Banner tone="danger" announce>
                {wordsOf(problem)}
              </Banner>
            )}
            <Button type="submit" look="primary" busy={isWorking}>
              {t('own.do')}
            </Button>
          </form>
        </Card>
      )}
    </>
  )
}
