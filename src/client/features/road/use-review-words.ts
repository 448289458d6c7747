import { useTranslation } from 'react-i18next'
import type { ReviewText } from '../../../domain/qms/management-review.ts'
import type { ReviewInputs } from '../../../domain/qms/review-inputs.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** More names than that are counted only: the minutes name what the meeting speaks of. */
const mostNamed = 10

/** The sentences that a new review begins with; people go on from them. */
export function useReviewWords(): (inputs: ReviewInputs) => readonly (readonly [ReviewText, string])[] {
  const { t } = useTranslation('road')
  const format = useFormat()
  const list = (names: readonly string[]): string =>
    names.length <= mostNamed
      ? names.join('; ')
      : `${names.slice(0, mostNamed).join('; ')} ${t('why.more', { count: names.length - mostNamed })}`

  function changeWords({ since, came, left, issued }: ReviewInputs['changes']): string {
    const changed = [
      ...(came.length > 0 ? [t('review.from.came', { list: list(came) })] : []),
      ...(left.length > 0 ? [t('review.from.left', { list: list(left) })] : []),
      ...(issued.length > 0 ? [t('review.from.issued', { list: list(issued) })] : []),
    ]
    const day = format.date(since)
    return changed.length === 0
      ? t('review.from.noChanges', { day })
      : [t('review.from.since', { day }), ...changed].join('\n')
  }

  return ({ audit, satisfaction, onTimeRate, actions, openDecisions, changes }) => [
    [
      'audits',
      audit === undefined
        ? t('review.from.noAudit')
        : t('review.from.audit', { number: audit.number, ...audit.findings }),
    ],
    [
      'feedback',
      satisfaction === undefined
        ? t('review.from.noFeedback')
        : satisfaction === 'few'
          ? t('review.from.fewAnswers')
          : t('review.from.satisfied', {
              rate: format.number(satisfaction.rate),
              answers: format.number(satisfaction.answers),
            }),
    ],
    [
      'performance',
      onTimeRate === undefined
        ? t('review.from.noFigures')
        : t('review.from.onTime', { rate: format.number(onTimeRate) }),
    ],
    ['actions', t('review.from.actions', actions)],
    [
      'followUp',
      openDecisions.length === 0
        ? t('review.from.noDecisions')
        : t('review.from.decisions', { list: openDecisions.join('; ') }),
    ],
    ['changes', changeWords(changes)],
  ]
}
