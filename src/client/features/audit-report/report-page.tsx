import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { summariseAudit } from '../../../domain/audits/summarise-audit.ts'
import { PaperLinks } from '../../context/paper-links.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './audit-report.module.css'
import { ReportComments } from './report-comments.tsx'
import { ReceiveCard } from './receive-card.tsx'
import { ReportActions } from './report-actions.tsx'
import { ReportMark } from './report-mark.tsx'
import { ReportFindings } from './report-findings.tsx'
import { SignatureView } from './signature-view.tsx'
import { SummaryCard } from './summary-card.tsx'
import { useReportPage } from './use-report-page.ts'

/** `/reports/:thing`: a signed report as it was signed, with what came after beside it. */
export function Component() {
  const { thing = '' } = useParams()
  const page = useReportPage(thing)
  const directory = useDirectory()
  const { t, ready } = useTranslation(['auditReport', 'audits'])
  const format = useFormat()
  const nameOf = usePersonName()
  if (!ready || page === undefined) return <Spinner />
  const content = page?.report.content
  const head = page?.report.head
  if (page === null || !content || !head) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState icon="search" title={t('notFound')} />
      </>
    )
  }
  const { report, unit, isAsSigned, isPending } = page
  const commune = directory?.tree.get(unit)?.fullName ?? unit
  const lastMove = report.moves.at(-1)
  return (
    <article className={styles.report}>
      <PageHeader
        title={t('title')}
        subtitle={`${commune} · ${content.number}`}
        back={{ to: '/reports', label: t('list.title') }}
        state={
          <>
            <ReportMark state={report.state} />
            {isAsSigned !== undefined && (
              <StateMark state={isAsSigned ? 'inBackup' : 'failed'}>
                {t(isAsSigned ? 'asSigned' : 'notAsSigned')}
              </StateMark>
            )}
            {isPending && <StateMark state="onTablet" />}
          </>
        }
        actions={
          <Button icon="printer" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      {lastMove?.reason !== undefined && (
        <Banner tone={report.state === 'returned' ? 'warning' : 'info'}>
          {t(report.state === 'returned' ? 'returnedFor' : 'answeredWith', {
            name: nameOf(lastMove.author),
            reason: lastMove.reason,
          })}
        </Banner>
      )}
      <ReceiveCard page={page} content={content} />
      <ReportActions page={page} />
      <Card title={t('what')}>
        <dl className={styles.facts}>
          <dt>{t('fact.standard')}</dt>
          <dd>{t(`audits:standard.${content.standard}`)}</dd>
          <dt>{t('fact.days')}</dt>
          <dd>
            {content.from === content.to
              ? format.date(content.from)
              : `${format.date(content.from)} – ${format.date(content.to)}`}
          </dd>
          <dt>{t('fact.lead')}</dt>
          <dd>{nameOf(content.lead)}</dd>
          <dt>{t('fact.team')}</dt>
          <dd>{content.team.map(nameOf).join(', ')}</dd>
          {(
            [
              'scope',
              'criteria',
              'summary',
              'conclusion',
              'notCovered',
              'followUp',
              'closingOpinions',
            ] as const
          ).map(name => {
            const text = content.texts[name]
            return (
              text && (
                <div key={name} className={styles.fact}>
                  <dt>{t(`text.${name}`)}</dt>
                  <dd className={styles.words}>{text}</dd>
                </div>
              )
            )
          })}
        </dl>
      </Card>
      <ReportFindings page={page} content={content} />
      <SummaryCard
        standard={content.standard}
        summary={summariseAudit({ checks: content.checks, findings: content.findings })}
      />
      <Card title={t('signatures')}>
        <div className={styles.signatures}>
          <SignatureView title={t('signer.lead')} signature={report.signatures.lead} />
          <SignatureView title={t('signer.auditee')} signature={report.signatures.auditee} />
        </div>
        <dl className={styles.hashes}>
          <dt>{t('hash')}</dt>
          <dd>{head.hash}</dd>
          <dt>{t('chain')}</dt>
          <dd>{content.chain || t('noChain')}</dd>
        </dl>
      </Card>
      <PaperLinks papers={[{ kind: 'report', thing }]} />
      <ReportComments page={page} />
    </article>
  )
}
