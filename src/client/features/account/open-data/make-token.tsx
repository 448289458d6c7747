import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../context/app-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { problemOf } from './use-read-tokens.ts'
import styles from './open-data.module.css'

interface MakeTokenProps {
  readonly mostTokens: number
  readonly isFull: boolean
  readonly onMade: (token: string) => void
}

export function MakeToken({ mostTokens, isFull, onMade }: MakeTokenProps) {
  const app = useApp()
  const { t } = useTranslation('openData')
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function make(): Promise<void> {
    if (name.trim() === '') return setError(t('nameMissing'))
    setBusy(true)
    const answer = await (await app.openData()).make(name.trim())
    setBusy(false)
    if (answer.type === 'tooManyTokens') return setError(t('full', { most: mostTokens }))
    if (answer.type !== 'made') return setError(t(`problem.${problemOf(answer)}`))
    setName('')
    onMade(answer.token)
  }

  if (isFull) return <p className={styles.soft}>{t('full', { most: mostTokens })}</p>
  return (
    <form
      className={styles.copy}
      onSubmit={event => {
        event.preventDefault()
        if (!isBusy) void make()
      }}
    >
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={error}
        value={name}
        maxLength={100}
        onChange={next => {
          setName(next)
          setError(undefined)
        }}
      />
      <Button type="submit" look="primary" icon="plus" busy={isBusy}>
        {t('make')}
      </Button>
    </form>
  )
}
