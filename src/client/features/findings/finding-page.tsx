import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { formatFindingNumber, reportThing } from '../../../domain/audits/audit-number.ts'
import { findingFields } from '../../../domain/audits/finding-fields.ts'
import { needsAction } from '../../../domain/audits/grade.ts'
import { listWholeFindings } from '../../../domain/audits/list-findings.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { useApp } from '../../context/app-context.tsx'
import { CommentsCard } from '../../context/comments-card.tsx'
import { PaperLinks } from '../../context/paper-links.tsx'
import { PhotoSlot } from '../../context/photo-slot.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { ActionForm } from './action-form.tsx'
import { FindingMoves } from './finding-moves.tsx'
import { marks } from './finding-mark.tsx'
import styles from './findings.module.css'
import { RequestFacts } from './request-facts.tsx'
import { MoveHistory } from './move-history.tsx'
import { useFindingPage } from './use-finding-page.ts'

/** `/findings/:thing`: one finding, its corrective action, and the one thing to do next. */
export function Component() {
  const { thing = '' } = useParams()
  const app = useApp()
  const page = useFindingPage(thing)
  const directory = useDirectory()
  const { t, ready } = useTranslation('findings')
  const text = useLocalText()
  const gradeWords = useGradeWords()
  if (!ready || page === undefined) return <Spinner />
  const back = { to: '/findings', label: t('title') }
  if (page === null || !page.finding.request) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <EmptyState icon="search" title={t('notFound')} />
      </>
    )
  }
  const { finding, name, unit } = page
  const { request, signed, state } = finding
  if (!request || !signed) return null
  const isAmended = finding.amendments.some(({ agreedBy }) => agreedBy !== undefined)
  const daysLate = listWholeFindings([[thing, finding]], app.today())[0]?.daysLate ?? 0
  const isPending = page.rows.some(row => row.pending !== null)
  return (
    <>
      <PageHeader
        title={text(gradeWords.find(({ id }) => id === request.grade)?.label ?? { vi: request.grade })}
        subtitle={`${formatFindingNumber(name)} · ${directory?.tree.get(unit)?.fullName ?? unit}`}
        back={back}
        state={
          <>
            <StateMark state={marks[state]}>{t(`state.${state}`)}</StateMark>
            {daysLate > 0 && <StateMark state="late">{t('late', { count: daysLate })}</StateMark>}
            {isPending && <StateMark state="onTablet" />}
            {request.repeats.length > 0 && <StateMark state="late">{t('repeat')}</StateMark>}
          </>
        }
      />
      {needsAction(request.grade) && <FindingMoves page={page} />}
      <Card title={t('asked.title')}>
        <RequestFacts request={request} />
        {isAmended && <Banner tone="info">{t('asked.amended')}</Banner>}
        {isAmended && (
          <details className={styles.earlier}>
            <summary>{t('asked.signed')}</summary>
            <RequestFacts request={signed} />
          </details>
        )}
        {Object.keys(finding.files.request).length > 0 && (
          <PhotoSlot
            label={t('asked.photos')}
            files={finding.files.request}
            mayChange={false}
            onSave={(sha256, value) =>
              page.save([{ field: findingFields.evidence('request', sha256), value }])
            }
          />
        )}
        {request.repeats.map((earlier, at) => (
          <p key={earlier} className={styles.words}>
            <Link className={styles.link} to={`/findings/${encodeURIComponent(earlier)}`}>
              {t('asked.earlier', { number: at + 1 })}
            </Link>
          </p>
        ))}
        <p className={styles.words}>
          <Link className={styles.link} to={`/reports/${encodeURIComponent(reportThing(name))}`}>
            {t('asked.report')}
          </Link>
        </p>
      </Card>
      {needsAction(request.grade) && <ActionForm page={page} />}
      {finding.moves.length > 0 && <MoveHistory moves={finding.moves} />}
      {needsAction(request.grade) && <PaperLinks papers={[{ kind: 'car', thing }]} />}
      <CommentsCard
        comments={finding.comments}
        mayAdd={page.given.mayDo('finding.comment')}
        onAdd={words =>
          page.save([{ field: findingFields.comment('finding', app.newId()), value: { text: words } }])
        }
      />
    </>
  )
}
