import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../lib/result.ts'
import styles from './audio-field.module.css'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { GroupBox } from './group-box.tsx'
import { Icon } from './icon.tsx'
import { secondsToText } from './seconds-to-text.ts'

interface Recording {
  readonly stop: () => Promise<Blob>
  readonly cancel: () => void
}

type RecordAudio = () => Promise<Result<Recording, { readonly type: 'denied' | 'unavailable' }>>

export interface AudioFieldProps extends FieldFrame {
  /** Where the kept recording can be played from. */
  readonly value: { readonly url: string } | null
  readonly onRecorded: (audio: Blob) => void
  readonly onRemove: () => void
  /** Begins to record; undefined where the device cannot. */
  readonly record: RecordAudio | undefined
  readonly disabled?: boolean | undefined
}

/** Speech recorded, played and taken away again. Leaving the page while recording keeps nothing. */
export function AudioField({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onRecorded,
  onRemove,
  record,
  disabled,
}: AudioFieldProps) {
  const { t } = useTranslation('ui')
  const [recording, setRecording] = useState<Recording>()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<'denied' | 'unavailable'>()
  const seconds = useSecondsWhile(recording !== undefined)
  useCancelOnLeave(recording)
  const start = async (begin: RecordAudio) => {
    setBusy(true)
    setProblem(undefined)
    const begun = await begin()
    setBusy(false)
    if (begun.ok) setRecording(begun.value)
    else setProblem(begun.error.type)
  }
  const stop = async (current: Recording) => {
    setBusy(true)
    const audio = await current.stop()
    setRecording(undefined)
    setBusy(false)
    onRecorded(audio)
  }
  const shownError = problem ? t(`audio.${problem}`) : error
  return (
    <Field {...{ label, labelHidden, hint, required, id }} error={shownError} group>
      {(control, labelId) => (
        <GroupBox {...{ control, labelId }} className={styles.audio}>
          {recording && (
            <div className={styles.running}>
              <Icon name="microphone" />
              <span>{t('audio.recording')}</span>
              <span className={styles.time} role="timer">
                {secondsToText(seconds)}
              </span>
            </div>
          )}
          {!recording && value && (
            // oxlint-disable-next-line jsx-a11y/media-has-caption -- what people say in the field has no captions
            <audio src={value.url} controls preload="metadata" className={styles.player} />
          )}
          {!recording && !value && disabled && <span>{t('audio.none')}</span>}
          {!disabled && (
            <div className={styles.buttons}>
              {recording && (
                <>
                  <Button look="primary" icon="stop" busy={isBusy} onClick={() => void stop(recording)}>
                    {t('audio.stop')}
                  </Button>
                  <Button
                    look="quiet"
                    onClick={() => {
                      recording.cancel()
                      setRecording(undefined)
                    }}
                  >
                    {t('dialog.cancel')}
                  </Button>
                </>
              )}
              {!recording && record && !value && (
                <Button icon="microphone" busy={isBusy} onClick={() => void start(record)}>
                  {t('audio.record')}
                </Button>
              )}
              {!recording && value && (
                <Button look="quiet" icon="trash" onClick={onRemove}>
                  {t('audio.remove')}
                </Button>
              )}
            </div>
          )}
          {!record && !value && !disabled && <p className={styles.note}>{t('audio.cannot')}</p>}
        </GroupBox>
      )}
    </Field>
  )
}

function useSecondsWhile(isRunning: boolean): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!isRunning) return undefined
    const began = performance.now()
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 250)
    return () => {
      clearInterval(timer)
      setSeconds(0)
    }
  }, [isRunning])
  return seconds
}

function useCancelOnLeave(recording: Recording | undefined): void {
  const current = useRef(recording)
  useEffect(() => {
    current.current = recording
  }, [recording])
  useEffect(() => () => current.current?.cancel(), [])
}
