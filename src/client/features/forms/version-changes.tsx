import { useTranslation } from 'react-i18next'
import { compareVersions } from '../../../domain/forms/compare-versions.ts'
import type { FormVersion, Question } from '../../../domain/forms/form-version.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import styles from './forms.module.css'

/** What is another than in the version before. */
export function VersionChangesCard({
  before,
  after,
}: {
  readonly before: FormVersion
  readonly after: FormVersion
}) {
  const { t } = useTranslation('forms')
  const text = useLocalText()
  const { added, removed, changed } = compareVersions(before, after)
  const lists = [
    { kind: 'added', rows: added.map(question => ({ question, note: '' })) },
    { kind: 'removed', rows: removed.map(question => ({ question, note: '' })) },
    {
      kind: 'changed',
      rows: changed.map(({ after: question, aspects }) => ({
        question,
        note: aspects.map(aspect => t(`changes.aspect.${aspect}`)).join(', '),
      })),
    },
  ] as const
  const words = (question: Question): string => text(question.label) || question.id
  const total = added.length + removed.length + changed.length
  return (
    <Card title={t('changes.title', { version: before.version })}>
      {total === 0 && <p className={styles.soft}>{t('changes.none')}</p>}
      {lists.map(
        ({ kind, rows }) =>
          rows.length > 0 && (
            <details key={kind} className={styles.changes} open={rows.length <= 10}>
              <summary>{t(`changes.${kind}`, { count: rows.length })}</summary>
              <ul className={styles.problems}>
                {rows.map(({ question, note }) => (
                  <li key={question.id} className={styles.problem}>
                    <span className={styles.place}>{question.id}</span>
                    <span>
                      {words(question)}
                      {note && <span className={styles.soft}>{` (${note})`}</span>}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          ),
      )}
    </Card>
  )
}
