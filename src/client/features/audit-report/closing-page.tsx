import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { formatAuditNumber } from '../../../domain/audits/audit-number.ts'
import { useApp } from '../../context/app-context.tsx'
import { PaperLinks } from '../../context/paper-links.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { Banner } from '../../ui/banner.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { AuditeeCard } from './auditee-card.tsx'
import { GapsCard } from './gaps-card.tsx'
import { MinutesCard } from './minutes-card.tsx'
import { SignCard } from './sign-card.tsx'
import { SummaryCard } from './summary-card.tsx'
import { useClosing } from './use-closing.ts'

/** `/audits/:thing/closing`: summary, minutes, signatures; then the auditee signs on the same tablet. */
export function Component() {
  const { thing = '' } = useParams()
  const app = useApp()
  const closing = useClosing(thing)
  const directory = useDirectory()
  const { t, ready } = useTranslation(['auditReport', 'audits'])
  if (!ready || closing === undefined) return <Spinner />
  const back = { to: `/audits/${encodeURIComponent(thing)}`, label: t('back') }
  if (closing === null) {
    return (
      <>
        <PageHeader title={t('closing')} back={back} />
        <EmptyState icon="search" title={t('audits:notFound')} />
      </>
    )
  }
  const { audit, unit, number, summary, gaps, planned, isLead } = closing
  const isSigned = audit.state === 'signed'
  const commune = directory?.tree.get(unit)?.fullName ?? unit
  return (
    <>
      <PageHeader
        title={t('closing')}
        subtitle={`${commune} · ${t('audits:number', { number: formatAuditNumber(number) })}`}
        back={back}
      />
      {isSigned ? (
        <Banner
          tone="success"
          action={
            <ButtonLink
              to={`/reports/${encodeURIComponent(closing.reportThing)}`}
              look="primary"
              iconEnd="arrowRight"
            >
              {t('openReport')}
            </ButtonLink>
          }
        >
          {t('signedAlready')}
        </Banner>
      ) : audit.state === 'underway' ? (
        <GapsCard thing={thing} gaps={gaps} total={planned.length} />
      ) : (
        <Banner tone="info">{t('notUnderway')}</Banner>
      )}
      <SummaryCard summary={summary} standard={audit.standard} />
      <MinutesCard
        thing={thing}
        audit={audit}
        unit={unit}
        conflicts={closing.conflicts}
        readOnly={isSigned || audit.state === 'cancelled' || !audit.team.has(app.person.id)}
      />
      <PaperLinks papers={(['closing', 'opening', 'checklist'] as const).map(kind => ({ kind, thing }))} />
      {audit.state === 'underway' && <SignCard closing={closing} isLead={isLead} />}
      {isSigned && closing.report && <AuditeeCard closing={closing} report={closing.report} />}
    </>
  )
}
