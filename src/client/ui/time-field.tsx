import { useTranslation } from 'react-i18next'
import { parseTime, timeToText, withColon } from './parse-time.ts'
import { TypedField } from './typed-field.tsx'
import type { TypedFieldProps } from './typed-field.tsx'

/** 'HH:mm' of the 24-hour day, typed or chosen on the platform's own clock. */
export function TimeField(field: TypedFieldProps) {
  const { t } = useTranslation('ui')
  return (
    <TypedField
      field={field}
      toText={timeToText}
      read={parseTime}
      problemText={({ type, ...numbers }) => t(`time.${type}`, numbers)}
      amend={withColon}
      placeholder={t('time.placeholder')}
      maxLength={10}
      picker={{ type: 'time', icon: 'clock', label: t('time.openPicker') }}
    />
  )
}
