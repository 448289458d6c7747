import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { findRow } from '../../../domain/responses/find-row.ts'
import { responseFields, responseType } from '../../../domain/responses/response-fields.ts'
import { readResponse } from '../../../domain/responses/response.ts'
import { useApp } from '../../context/app-context.tsx'
import { useForms } from '../../context/use-forms.ts'
import { useWatched } from '../../context/use-watched.ts'
import { useLocalText } from '../../i18n/local-text.ts'

/** `Thôn 2`: the row of a repeat that a field of a response is about; undefined when it is about none. */
export function useRowName(
  { thing, type }: { readonly thing: string; readonly type: string },
  field: string,
): string | undefined {
  const app = useApp()
  const { t } = useTranslation('sync')
  const text = useLocalText()
  const forms = useForms()
  const isInRow =
    type === responseType &&
    (field.startsWith(responseFields.row('', '').slice(0, -1)) || field.includes('@'))
  const rows = useWatched(
    () => app.watchThing(isInRow ? thing : ''),
    `${app.person.id} row of ${isInRow ? thing : ''}`,
  )
  return useMemo(() => {
    if (!isInRow || !rows || !forms) return undefined
    const entries = rows.map(({ field, value, author, at, seq }) => ({
      field,
      value,
      author,
      at,
      order: seq,
    }))
    const response = readResponse(entries)
    const form = response.form && forms.find(response.form)
    const row = form && findRow(form, response, field)
    if (!row) return undefined
    const label = row.label ? text(row.label) : t('rowUnnamed')
    return row.number === undefined ? label : `${label} ${row.number}`
  }, [isInRow, rows, forms, field, text, t])
}
