import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

/** In place of an audit that this tablet does not have. */
export function NoAudit() {
  const { t } = useTranslation('audits')
  return (
    <>
      <PageHeader title={t('title')} back={{ to: '/audits', label: t('title') }} />
      <EmptyState icon="search" title={t('notFound')} />
    </>
  )
}
