import { useTranslation } from 'react-i18next'
import { dateToText, parseDate, withSlashes } from './parse-date.ts'
import { TypedField } from './typed-field.tsx'
import type { TypedFieldProps } from './typed-field.tsx'

export interface DateFieldProps extends TypedFieldProps {
  /** Bounds of the calendar only; what may be typed is the form's business. */
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** 'YYYY-MM-DD', typed as dd/MM/yyyy on a numeric keypad, or chosen from the platform's own calendar. */
export function DateField({ min, max, ...field }: DateFieldProps) {
  const { t } = useTranslation('ui')
  return (
    <TypedField
      field={field}
      toText={dateToText}
      read={parseDate}
      problemText={({ type, ...numbers }) => t(`date.${type}`, numbers)}
      amend={withSlashes}
      placeholder={t('date.placeholder')}
      maxLength={10}
      picker={{ type: 'date', icon: 'calendar', label: t('date.openPicker'), min, max }}
    />
  )
}
