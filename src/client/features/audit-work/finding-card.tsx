import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { findingSlot } from '../../../domain/audits/audit-fields.ts'
import { formatFindingNumber } from '../../../domain/audits/audit-number.ts'
import type { Audit } from '../../../domain/audits/audit.ts'
import { missingOf } from '../../../domain/audits/draft-finding.ts'
import type { EarlierFinding } from '../../../domain/audits/find-repeats.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { saveProblemKey } from '../../context/save-problem-key.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './audit-work.module.css'
import { EvidencePhotos } from './evidence-photos.tsx'
import { useDraftFinding, useOpenFieldwork } from './fieldwork-context.tsx'
import { FindingActions } from './finding-actions.tsx'
import { FindingEditor } from './finding-editor.tsx'
import { FindingStatement } from './finding-statement.tsx'
import { RecordedBy } from './recorded-by.tsx'
import { RepeatBanner } from './repeat-banner.tsx'
import { TopicConflicts } from './topic-conflicts.tsx'

export const findingElement = (number: string): string => `finding-${number}`

interface Props {
  readonly number: string
  readonly audit: Audit
  readonly earlier: readonly EarlierFinding[]
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** A draft finding as it will read; opened, as it is written. */
export function FindingCard({ number, audit, earlier, isOpen, onToggle }: Props) {
  const { name, fieldwork, refuse } = useOpenFieldwork()
  const view = useDraftFinding(number)
  const { t } = useTranslation(['auditWork', 'responses'])
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const titleId = useId()
  const { finding } = view
  if (!finding) return null
  const mayChange = refuse(null) === undefined
  const grade = gradeWords.find(({ id }) => id === finding.grade)
  const missing = missingOf(finding)
  const label = t('findings.number', { number: formatFindingNumber({ ...name, finding: number }) })
  return (
    <article
      id={findingElement(number)}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={classNames(styles.card, missing.length > 0 && styles.withGap)}
    >
      <header className={styles.findingHead}>
        <div>
          <h2 id={titleId} className={styles.question}>
            {label}
          </h2>
          <p className={styles.soft}>{grade ? text(grade.label) : t('findings.noGrade')}</p>
        </div>
        <Button
          icon={isOpen ? 'check' : mayChange ? 'pencil' : 'eye'}
          onClick={onToggle}
          aria-expanded={isOpen}
        >
          {t(isOpen ? 'findings.close' : mayChange ? 'findings.edit' : 'findings.view')}
        </Button>
      </header>
      <RepeatBanner clauses={finding.clauses} earlier={earlier} />
      <TopicConflicts conflicts={view.conflicts} mayChange={mayChange} />
      {missing.length > 0 && (
        <p className={styles.gap}>
          <Icon name="warning" size="s" />
          {t('findings.missing', { parts: missing.map(part => t(`part.${part}`)).join(', ') })}
        </p>
      )}
      {isOpen ? (
        <FindingEditor finding={finding} standard={audit.standard} mayChange={mayChange} />
      ) : (
        <FindingStatement finding={finding} standard={audit.standard} />
      )}
      {view.problem && (
        <Banner
          tone="danger"
          announce
          action={
            <Button icon="sync" onClick={() => fieldwork.retry()}>
              {t('responses:save.again')}
            </Button>
          }
        >
          {t(`responses:${saveProblemKey(view.problem.type)}`)}
        </Banner>
      )}
      <EvidencePhotos
        slot={findingSlot(number)}
        photos={finding.photos}
        label={label}
        mayChange={mayChange}
      />
      <RecordedBy recorded={view.recorded} />
      {isOpen && mayChange && <FindingActions finding={finding} audit={audit} />}
    </article>
  )
}
