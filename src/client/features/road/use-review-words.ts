import { useTranslation } from 'react-i18next'
import type { ReviewText } from '../../../domain/qms/management-review.ts'
import type { ReviewInputs } from './review-inputs.ts'

/** The sentences that a new review begins with; people go on from them. */
export function useReviewWords(): (inputs: ReviewInputs) => readonly (readonly [ReviewText, string])[] {
  const { t } = useTranslation('road')
  return ({ lastAudit, findings, onTimeRate, actions, openDecisions }) => [
    [
      'audits',
      lastAudit === undefined
        ? t('review.from.noAudit')
        : t('review.from.audit', { number: lastAudit, ...findings }),
    ],
    [
      'performance',
      onTimeRate === undefined ? t('review.from.noFigures') : t('review.from.onTime', { rate: onTimeRate }),
    ],
    ['actions', t('review.from.actions', actions)],
    [
      'followUp',
      openDecisions.length === 0
        ? t('review.from.noDecisions')
        : t('review.from.decisions', { list: openDecisions.join('; ') }),
    ],
  ]
}
