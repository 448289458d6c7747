import { useTranslation } from 'react-i18next'
import { monthToText, parseMonth, withSlash } from './parse-partial-date.ts'
import { TypedField } from './typed-field.tsx'
import type { TypedFieldProps } from './typed-field.tsx'

/** A month as its first day, 'YYYY-MM-01', typed as MM/yyyy. Not every browser has a picker of months: none is offered. */
export function MonthField(field: TypedFieldProps) {
  const { t } = useTranslation('ui')
  return (
    <TypedField
      field={field}
      toText={monthToText}
      read={parseMonth}
      problemText={({ type, ...numbers }) =>
        type === 'incomplete' ? t('month.incomplete') : t(`date.${type}`, numbers)
      }
      amend={withSlash}
      placeholder={t('month.placeholder')}
      maxLength={7}
    />
  )
}
