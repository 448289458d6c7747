import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import type { FormFileReading } from './read-form-file.ts'

type Problem = Extract<FormFileReading, { type: 'notRead' }>['problem']

/** Why the file is no workbook that can be read, and what to do. */
export function NotReadBanner({ problem, name }: { readonly problem: Problem; readonly name: string }) {
  const { t } = useTranslation('forms')
  const format = useFormat()
  return (
    <Banner tone="danger" announce title={t('notRead.title', { name })}>
      {words()}
    </Banner>
  )

  function words(): string {
    switch (problem.type) {
      case 'tooLarge':
      case 'unpacksTooLarge':
        return t(`notRead.${problem.type}`, { size: format.bytes(problem.maxBytes) })
      case 'notXlsx':
        return t(`notRead.looksLike.${problem.looksLike}`)
      case 'tooManyCells':
        return t('notRead.tooManyCells', { sheet: problem.sheet ?? '' })
      case 'legacyXls':
      case 'encrypted':
      case 'damaged':
      case 'tooManyEntries':
      case 'ratioTooHigh':
      case 'tooSlow':
      case 'failed':
        return t(`notRead.${problem.type}`)
    }
  }
}
