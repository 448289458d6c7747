import { useTranslation } from 'react-i18next'
import { parseYear, yearToText } from './parse-partial-date.ts'
import { TypedField } from './typed-field.tsx'
import type { TypedFieldProps } from './typed-field.tsx'

/** A year as its first day, 'YYYY-01-01', typed as yyyy. */
export function YearField(field: TypedFieldProps) {
  const { t } = useTranslation('ui')
  return (
    <TypedField
      field={field}
      toText={yearToText}
      read={parseYear}
      problemText={() => t('year.incomplete')}
      placeholder={t('year.placeholder')}
      maxLength={4}
    />
  )
}
