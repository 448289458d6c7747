import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { CommuneReading } from './use-commune-records.ts'

interface Props {
  readonly title: string
  readonly reading: Exclude<CommuneReading, { readonly type: 'read' }>
}

/** What stands in a page's place while the communes are read, or when there are none. */
export function ReadingState({ title, reading }: Props) {
  const { t, ready } = useTranslation('tables')
  if (!ready) return <Spinner />
  return (
    <>
      <PageHeader title={title} />
      {reading.type === 'nothing' ? (
        <EmptyState icon="building" title={t('communes.nothing')} />
      ) : (
        <>
          <EmptyState icon="sync" title={t('communes.reading')} action={<Spinner />} />
          {reading.total > 1 && (
            <ProgressBar
              label={t('communes.progress', { done: reading.done, total: reading.total })}
              done={reading.done}
              total={reading.total}
              count={false}
            />
          )}
        </>
      )}
    </>
  )
}
