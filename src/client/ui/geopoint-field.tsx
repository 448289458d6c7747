import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { geopointToText, parseGeopoint } from '../../lib/geopoint.ts'
import type { Geopoint, LocateProblem } from '../../lib/geopoint.ts'
import type { Result } from '../../lib/result.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import styles from './geopoint-field.module.css'
import { GeopointView } from './geopoint-view.tsx'
import { GroupBox } from './group-box.tsx'
import { TypedPlace } from './typed-place.tsx'

export interface GeopointFieldProps extends FieldFrame {
  /** ODK's 'lat lon alt acc'. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** Asked only when the person taps the button. */
  readonly locate: () => Promise<Result<Geopoint, LocateProblem>>
  readonly disabled?: boolean | undefined
}

/** The place of the device with its accuracy, or one that is typed where the device has none. */
export function GeopointField({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onChange,
  locate,
  disabled,
}: GeopointFieldProps) {
  const { t } = useTranslation('ui')
  const [isLocating, setLocating] = useState(false)
  const [problem, setProblem] = useState<LocateProblem>()
  const [isTyping, setTyping] = useState(false)
  const place = value === null ? undefined : parseGeopoint(value)
  const find = async () => {
    setLocating(true)
    setProblem(undefined)
    const found = await locate()
    setLocating(false)
    if (found.ok) {
      setTyping(false)
      onChange(geopointToText(found.value))
    } else setProblem(found.error)
  }
  const shownError = problem ? t(`geopoint.${problem.type}`) : error
  return (
    <Field {...{ label, labelHidden, hint, required, id }} error={shownError} group>
      {(control, labelId) => (
        <GroupBox {...{ control, labelId }} className={styles.place}>
          <output className={styles.answer}>
            {place && <GeopointView place={place} />}
            {!place && value !== null && <span>{value}</span>}
            {!place && value === null && disabled && <span>—</span>}
          </output>
          {!disabled && (
            <div className={styles.buttons}>
              <Button
                icon={place ? 'sync' : 'mapPin'}
                look={place ? 'secondary' : 'primary'}
                busy={isLocating}
                onClick={() => void find()}
              >
                {isLocating ? t('geopoint.locating') : t(place ? 'geopoint.again' : 'geopoint.locate')}
              </Button>
              {!isTyping && (
                <Button look="quiet" icon="pencil" onClick={() => setTyping(true)}>
                  {t('geopoint.type')}
                </Button>
              )}
              {value !== null && (
                <Button look="quiet" icon="trash" onClick={() => onChange(null)}>
                  {t('geopoint.clear')}
                </Button>
              )}
            </div>
          )}
          {isTyping && !disabled && (
            <TypedPlace
              place={place}
              onDone={typed => {
                setTyping(false)
                setProblem(undefined)
                onChange(geopointToText(typed))
              }}
              onCancel={() => setTyping(false)}
            />
          )}
        </GroupBox>
      )}
    </Field>
  )
}
