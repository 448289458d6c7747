import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import type { PeopleFileProblem } from './read-people-file.ts'

/** Why the file is no list of people that can be read, and what to do. */
export function FileProblem({
  problem,
  name,
}: {
  readonly problem: PeopleFileProblem
  readonly name: string
}) {
  const { t } = useTranslation('admin')
  const format = useFormat()
  return (
    <Banner tone="danger" announce title={t('file.title', { name })}>
      {words()}
    </Banner>
  )

  function words(): string {
    switch (problem.type) {
      case 'tooLarge':
      case 'unpacksTooLarge':
        return t('file.tooLarge', { size: format.bytes(problem.maxBytes) })
      case 'openQuote':
        return t('file.openQuote', { line: problem.line })
      case 'tooManyRows':
        return t('file.tooManyRows', { most: format.number(problem.most) })
      case 'columnsMissing':
        return t('file.columnsMissing', {
          columns: problem.columns.map(column => `“${t(`column.${column}`)}”`).join(', '),
        })
      case 'empty':
      case 'oldEncoding':
      case 'encrypted':
      case 'legacyXls':
        return t(`file.${problem.type}`)
      case 'damaged':
      case 'failed':
      case 'notXlsx':
      case 'ratioTooHigh':
      case 'tooManyCells':
      case 'tooManyEntries':
      case 'tooSlow':
        return t('file.notRead')
    }
  }
}
