import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { getArea } from '../../../domain/audits/area.ts'
import { gradeWords } from '../../../domain/audits/grade.ts'
import type { TableNames } from '../../../domain/reports/tables/report-table.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useDirectory } from '../use-directory.ts'
import { useOwnerWords } from '../use-owner-words.ts'
import { usePersonName } from '../use-person-name.ts'

const namespaces = {
  audit: 'audits',
  document: 'documents',
  finding: 'findings',
  response: 'responses',
} as const

/** The words of tables in the language shown; undefined until they are loaded. */
export function useTableNames(): TableNames | undefined {
  const { t, ready } = useTranslation(['tables', 'road', ...Object.values(namespaces)])
  const text = useLocalText()
  const person = usePersonName()
  const owners = useOwnerWords()
  const directory = useDirectory()
  return useMemo(
    () =>
      ready
        ? {
            // Tables ask by computed keys; every one of them is in a test of the tables.
            words: (key, values) => t(`tables:${key}` as 'tables:total', { ...values }),
            text,
            person,
            owners,
            area: id => text(getArea(id)?.label ?? { vi: id }),
            grade: grade => text(gradeWords.find(({ id }) => id === grade)?.label ?? { vi: grade }),
            state: (of, state) => t(`${namespaces[of]}:state.${state}` as 'documents:state.draft'),
          }
        : undefined,
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- who is called what changes with the directory
    [t, ready, text, directory],
  )
}
