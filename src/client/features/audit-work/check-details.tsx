import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import type { Check } from '../../../domain/audits/audit.ts'
import { gapOf, type PlannedCheck } from '../../../domain/audits/checklist.ts'
import { isNonconformity, type Verdict } from '../../../domain/audits/verdict.ts'
import { Button } from '../../ui/button.tsx'
import styles from './audit-work.module.css'
import { HappenedField } from './happened-field.tsx'
import { LongText } from './long-text.tsx'
import { hasMore } from './needs-words.ts'
import { SampleTable } from './sample-table.tsx'

interface Props {
  readonly planned: PlannedCheck
  readonly check: Check | undefined
  readonly mayChange: boolean
  /** The person asked for the fields. */
  readonly isOpened: boolean
}

/** Note, evidence and what else belongs to an observation. */
export function CheckDetails({ planned, check, mayChange, isOpened }: Props) {
  const { key } = planned
  const { t } = useTranslation('auditWork')
  const [showsMore, setShowsMore] = useState(false)
  const verdict = check?.verdict?.value
  const isSkipped = verdict === 'na' || verdict === 'not_checked'
  const gap = verdict && gapOf(check)
  const disabled = !mayChange
  const isMore = showsMore || hasMore(check)
  return (
    <div className={styles.details}>
      <LongText
        field={auditFields.note(key)}
        label={t(`note.${noteOf(verdict)}`)}
        value={check?.note ?? ''}
        disabled={disabled}
        required={gap === 'noteMissing' || gap === 'reasonMissing'}
      />
      {(!isSkipped || isOpened || (check?.proof ?? '') !== '') && (
        <LongText
          field={auditFields.proof(key)}
          label={t('proof')}
          hint={t('proofHint')}
          value={check?.proof ?? ''}
          disabled={disabled}
          required={gap === 'evidenceMissing'}
        />
      )}
      {isMore ? (
        <>
          <LongText
            field={auditFields.interviewed(key)}
            label={t('interviewed')}
            value={check?.interviewed ?? ''}
            disabled={disabled}
            rows={1}
          />
          <HappenedField check={key} value={check?.happened} disabled={disabled} />
          <SampleTable
            check={key}
            value={{ sample: check?.sample, sampled: check?.sampled ?? [] }}
            disabled={disabled}
          />
        </>
      ) : (
        mayChange && (
          <div>
            <Button look="quiet" icon="plus" onClick={() => setShowsMore(true)}>
              {t('moreFields')}
            </Button>
          </div>
        )
      )}
    </div>
  )
}

function noteOf(verdict: Verdict | undefined): 'nature' | 'advice' | 'reason' | 'plain' {
  if (verdict === 'na' || verdict === 'not_checked') return 'reason'
  if (verdict === 'ofi') return 'advice'
  return verdict && isNonconformity(verdict) ? 'nature' : 'plain'
}
