import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { listClauses, type Standard } from '../../../domain/audits/clause.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Combobox } from '../../ui/combobox.tsx'

/** Clauses of the standard, any number of them. */
export function ClauseChoice({
  standard,
  value,
  onChange,
}: {
  readonly standard: Standard
  readonly value: readonly string[]
  readonly onChange: (clauses: readonly string[]) => void
}) {
  const { t } = useTranslation('auditPlan')
  const text = useLocalText()
  const options = useMemo(
    () => listClauses(standard).map(({ id, title }) => ({ value: id, label: `${id} ${text(title)}` })),
    [standard, text],
  )
  return (
    <Combobox
      kind="many"
      label={t('timetable.clauses')}
      hint={t('timetable.clausesHint')}
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}
