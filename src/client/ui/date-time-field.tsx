import { useTranslation } from 'react-i18next'
import { dateTimeToText, parseDateTime, withSlashesAndColon } from './parse-date-time.ts'
import type { DateTimeProblem } from './parse-date-time.ts'
import { TypedField } from './typed-field.tsx'
import type { TypedFieldProps } from './typed-field.tsx'

/** Local 'YYYY-MM-DDTHH:mm', typed as dd/MM/yyyy HH:mm or chosen from the platform's own calendar and clock. */
export function DateTimeField(field: TypedFieldProps) {
  const { t } = useTranslation('ui')
  const problemText = (found: DateTimeProblem) => {
    if (found.part === 'date') {
      const { type, ...numbers } = found.problem
      return t(`date.${type}`, numbers)
    }
    const { type, ...numbers } = found.problem
    return t(`time.${type}`, numbers)
  }
  return (
    <TypedField
      field={field}
      toText={dateTimeToText}
      read={parseDateTime}
      problemText={problemText}
      amend={withSlashesAndColon}
      placeholder={t('dateTime.placeholder')}
      maxLength={20}
      picker={{ type: 'datetime-local', icon: 'calendar', label: t('dateTime.openPicker') }}
    />
  )
}
