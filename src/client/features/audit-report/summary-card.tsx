import { useTranslation } from 'react-i18next'
import { getArea } from '../../../domain/audits/area.ts'
import { getClause, type Standard } from '../../../domain/audits/clause.ts'
import { grades } from '../../../domain/audits/grade.ts'
import type { AuditSummary } from '../../../domain/audits/summarise-audit.ts'
import type { Verdict } from '../../../domain/audits/verdict.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './audit-report.module.css'

const icons: Readonly<Record<Verdict, IconName>> = {
  conform: 'check',
  ofi: 'arrowUpRight',
  minor: 'warning',
  major: 'octagon',
  na: 'slash',
  not_checked: 'question',
}

/** What the audit came to: findings by grade and clause, and the worst verdict of each clause in each area. */
export function SummaryCard({
  summary,
  standard,
}: {
  readonly summary: AuditSummary
  readonly standard: Standard
}) {
  const { t } = useTranslation(['auditReport', 'audits'])
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const cells = new Map(summary.matrix.map(cell => [`${cell.clause}@${cell.area}`, cell]))
  const titleOf = (id: string): string => text(getArea(id)?.label ?? { vi: id })
  return (
    <Card title={t('summary.title')}>
      <div className={styles.stack}>
        <dl className={styles.counts}>
          {grades.map(grade => (
            <div key={grade}>
              <dt>{text(gradeWords.find(({ id }) => id === grade)?.label ?? { vi: grade })}</dt>
              <dd>{summary.grades[grade]}</dd>
            </div>
          ))}
        </dl>
        {summary.byClause.length > 0 && (
          <p className={styles.soft}>
            {t('summary.byClause', {
              list: summary.byClause.map(({ clause, count }) => `${clause} (${count})`).join(', '),
            })}
          </p>
        )}
        {summary.matrix.length > 0 && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
          <section className={styles.scroll} tabIndex={0} aria-label={t('summary.matrix')}>
            <table className={styles.matrix}>
              <caption>{t('summary.matrix')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('summary.clause')}</th>
                  {summary.areas.map(area => (
                    <th key={area} scope="col">
                      {titleOf(area)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {summary.clauses.map(clause => (
                  <tr key={clause}>
                    <th scope="row">
                      {clause}{' '}
                      <span className={styles.clause}>
                        {text(getClause(standard, clause)?.title ?? { vi: '' })}
                      </span>
                    </th>
                    {summary.areas.map(area => {
                      const cell = cells.get(`${clause}@${area}`)
                      return (
                        <td key={area}>
                          {cell ? (
                            <span className={styles.cell} data-verdict={cell.verdict}>
                              <Icon name={icons[cell.verdict]} size="s" />
                              <span>{t(`audits:verdict.${cell.verdict}`)}</span>
                            </span>
                          ) : (
                            <VisuallyHidden>{t('summary.notPlanned')}</VisuallyHidden>
                          )}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </div>
    </Card>
  )
}
