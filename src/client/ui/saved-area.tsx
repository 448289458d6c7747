import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../lib/result.ts'
import { StateMark } from './state-mark.tsx'
import { TextArea } from './text-area.tsx'
import styles from './saved-area.module.css'

interface Props {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly readOnly: boolean
  readonly rows?: number
  /** Resolves after the text is on the tablet (SY1). */
  readonly onSave: (text: string) => Promise<Result<unknown, unknown>>
}

const pauseMs = 600

/** A text that saves itself when the typing pauses or ends; "saved" is said only after it is. */
export function SavedArea({ label, hint, value, readOnly, rows, onSave }: Props) {
  const { t } = useTranslation('common')
  const [text, setText] = useState<string>()
  const [state, setState] = useState<'saving' | 'saved' | 'failed'>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  async function save(): Promise<void> {
    clearTimeout(timer.current)
    const typed = text
    if (typed === undefined || typed === value) return
    setState('saving')
    const saved = await onSave(typed)
    setState(saved.ok ? 'saved' : 'failed')
  }
  // The stored text has caught up: from now on what others write shows.
  if (text !== undefined && text === value && state === 'saved') setText(undefined)

  // With the newest text, whenever the pause ends; leaving the screen saves what the pause had not.
  const saveLatest = useEffectEvent(() => void save())
  useEffect(() => {
    if (text === undefined) return undefined
    timer.current = setTimeout(() => saveLatest(), pauseMs)
    return () => clearTimeout(timer.current)
  }, [text])
  useEffect(() => () => saveLatest(), [])

  return (
    <div className={styles.saved}>
      <TextArea
        label={label}
        hint={hint}
        value={text ?? value}
        readOnly={readOnly}
        {...(rows !== undefined && { rows })}
        onChange={setText}
        onBlur={() => void save()}
      />
      <output>
        {state === 'saved' && (
          <StateMark state="onTablet" look="plain">
            {t('saved.onTablet')}
          </StateMark>
        )}
        {state === 'failed' && <StateMark state="failed">{t('saved.failed')}</StateMark>}
      </output>
    </div>
  )
}
