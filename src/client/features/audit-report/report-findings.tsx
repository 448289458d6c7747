import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { getArea } from '../../../domain/audits/area.ts'
import { needsAction } from '../../../domain/audits/grade.ts'
import type { ReportContent } from '../../../domain/audits/report-content.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { useScope } from '../../context/use-scope.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { AmendDialog } from './amend-dialog.tsx'
import { AmendmentList } from './amendment-list.tsx'
import styles from './audit-report.module.css'
import type { ReportPage } from './use-report-page.ts'

/** The findings as they were signed; what was amended, and what either side said, stands below each. */
export function ReportFindings({
  page,
  content,
}: {
  readonly page: ReportPage
  readonly content: ReportContent
}) {
  const scope = useScope()
  const { t } = useTranslation(['auditReport', 'findings'])
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const [amending, setAmending] = useState<string>()
  const mayAmend = scope?.mayDo('audit.work', page.unit) === true
  const chosen = amending === undefined ? undefined : page.findings.get(amending)
  return (
    <section className={styles.stack} aria-labelledby="report-findings">
      <h2 id="report-findings" className={styles.heading}>
        {t('findings.title', { count: content.findings.length })}
      </h2>
      {content.findings.map(one => {
        const issued = page.findings.get(one.number)
        const disputes = issued?.finding.moves.filter(({ to }) => to === 'disputed' || to === 'raised') ?? []
        return (
          <Card
            key={one.number}
            titleLevel="h3"
            title={`${text(gradeWords.find(({ id }) => id === one.grade)?.label ?? { vi: one.grade })} · ${one.clauses.join(', ')}`}
            subtitle={[one.number, one.area && text(getArea(one.area)?.label ?? { vi: one.area })]
              .filter(Boolean)
              .join(' · ')}
          >
            <div className={styles.stack}>
              <dl className={styles.facts}>
                {(['requirement', 'proof', 'nature', 'responsible'] as const).map(
                  name =>
                    one[name] !== '' && (
                      <div key={name} className={styles.fact}>
                        <dt>{t(`part.${name}`)}</dt>
                        <dd className={styles.words}>{one[name]}</dd>
                      </div>
                    ),
                )}
              </dl>
              {issued?.finding.signed && (
                <p className={styles.soft}>
                  {t('findings.state', { state: t(`findings:state.${issued.finding.state}`) })}{' '}
                  <Link className={styles.link} to={`/findings/${encodeURIComponent(issued.thing)}`}>
                    {t(needsAction(one.grade) ? 'findings.open' : 'findings.openOne')}
                  </Link>
                </p>
              )}
              {disputes.map(({ id, to, reason }) => (
                <p key={id} className={styles.words}>
                  {t(to === 'disputed' ? 'findings.auditeeSays' : 'findings.auditorSays', {
                    words: reason ?? '',
                  })}
                </p>
              ))}
              {issued && <AmendmentList page={page} thing={issued.thing} finding={issued.finding} />}
              {mayAmend && issued?.finding.signed && (
                <div>
                  <Button look="quiet" icon="pencil" onClick={() => setAmending(one.number)}>
                    {t('amend.do')}
                  </Button>
                </div>
              )}
            </div>
          </Card>
        )
      })}
      {chosen && (
        <AmendDialog
          key={chosen.thing}
          page={page}
          thing={chosen.thing}
          finding={chosen.finding}
          onClose={() => setAmending(undefined)}
        />
      )}
    </section>
  )
}
