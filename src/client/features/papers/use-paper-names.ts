import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { getArea } from '../../../domain/audits/area.ts'
import { getClause } from '../../../domain/audits/clause.ts'
import type { PaperNames, PaperWords } from '../../../domain/reports/papers/paper-words.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import type { Forms } from '../../context/forms.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'

/** What papers need to name people, areas, clauses and days in the language shown. */
export function usePaperNames(forms: Forms | undefined): PaperNames {
  const { t } = useTranslation(['papers', 'audits'])
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const format = useFormat()
  const person = usePersonName()
  const directory = useDirectory()
  return useMemo(
    () => ({
      // Papers ask by computed keys; every one of them is in a test of the papers.
      words: ((key: string, values?: Readonly<Record<string, string | number>>) =>
        t(`papers:${key}` as 'papers:title', { ...values })) as PaperWords,
      person,
      area: (id: string) => text(getArea(id)?.label ?? { vi: id }),
      clause: (standard: '2008' | '2015', id: string) =>
        `${id} ${text(getClause(standard, id)?.title ?? { vi: '' })}`.trim(),
      grade: (grade: string) => text(gradeWords.find(({ id }) => id === grade)?.label ?? { vi: grade }),
      verdict: (verdict: string) => t(`audits:verdict.${verdict as 'conform'}`),
      date: (day: string) => (day === '' ? '' : format.date(day)),
      time: (at: number | string) => format.dateTime(at),
      item: (id: string) => text(forms?.findQuestion(id)?.label ?? { vi: id }),
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- who is called what changes with the directory
    [t, text, format, forms, directory, gradeWords],
  )
}
