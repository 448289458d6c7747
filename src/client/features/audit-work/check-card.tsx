import { memo, useCallback, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import { gapOf, type PlannedCheck } from '../../../domain/audits/checklist.ts'
import type { Verdict } from '../../../domain/audits/verdict.ts'
import { saveProblemKey } from '../../context/save-problem-key.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './audit-work.module.css'
import { CheckDetails } from './check-details.tsx'
import { CheckHead } from './check-head.tsx'
import { EvidencePhotos } from './evidence-photos.tsx'
import { useCheck, useOpenFieldwork } from './fieldwork-context.tsx'
import { needsWords } from './needs-words.ts'
import { RaiseFinding } from './raise-finding.tsx'
import { RecordedBy } from './recorded-by.tsx'
import { refusalKey } from './refusal-words.ts'
import { TopicConflicts } from './topic-conflicts.tsx'
import { VerdictButtons } from './verdict-buttons.tsx'

const noPhotos = {}

export const checkElement = (key: string): string => `check-${key}`

/** One question in one area: what to see, whom to ask, the verdict, and what was found. */
export const CheckCard = memo(function CheckCard({ planned }: { readonly planned: PlannedCheck }) {
  const { key, item, area } = planned
  const { fieldwork, refuse } = useOpenFieldwork()
  const view = useCheck(key)
  const { t } = useTranslation(['auditWork', 'responses'])
  const text = useLocalText()
  const titleId = useId()
  const [isOpened, setOpened] = useState(false)
  const { check } = view
  const verdict = check?.verdict?.value
  const refusal = refuse(area)
  const mayChange = refusal === undefined
  const gap = verdict && gapOf(check)
  const isOpen = isOpened || needsWords(check)
  const open = useCallback(() => setOpened(true), [])
  const judge = useCallback(
    (next: Verdict | null) => fieldwork.put(auditFields.verdict(key), next, 'now'),
    [fieldwork, key],
  )
  return (
    <article
      id={checkElement(key)}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={classNames(styles.card, gap && styles.withGap)}
    >
      <CheckHead planned={planned} titleId={titleId} />
      {refusal === 'notIndependent' && <Banner tone="info">{t(refusalKey(refusal))}</Banner>}
      <TopicConflicts conflicts={view.conflicts} mayChange={mayChange} />
      <VerdictButtons
        label={t('verdictOf', { question: text(item.label) })}
        value={verdict}
        disabled={!mayChange}
        onChange={judge}
      />
      {gap && (
        <p className={styles.gap}>
          <Icon name="warning" size="s" />
          {t(`gap.${gap}`)}
        </p>
      )}
      {isOpen && <CheckDetails planned={planned} check={check} mayChange={mayChange} isOpened={isOpened} />}
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
        slot={key}
        photos={check?.photos ?? noPhotos}
        label={text(item.label)}
        mayChange={mayChange}
        onMore={mayChange && !isOpened ? open : undefined}
      />
      <RecordedBy recorded={view.recorded} happened={check?.happened} />
      <RaiseFinding planned={planned} view={view} mayChange={mayChange} />
    </article>
  )
})
