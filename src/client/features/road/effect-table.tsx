import { useTranslation } from 'react-i18next'
import type { JudgedIndicator } from '../../../domain/qms/effect/judge-effect.ts'
import { periodIds } from '../../../domain/qms/effect/periods.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { stateOfVerdict, useEffectWords } from './use-effect-words.ts'

/** All indicators in one table, for reading across and for copying. */
export function EffectTable({ judged }: { readonly judged: readonly JudgedIndicator[] }) {
  const { t } = useTranslation('effect')
  const text = useLocalText()
  const words = useEffectWords()
  return (
    <DataTable
      caption={t('table.title')}
      rows={judged}
      rowKey={({ indicator }) => indicator.id}
      columns={[
        {
          key: 'indicator',
          header: t('table.indicator'),
          cell: ({ indicator }) => `${text(indicator.label)} (${text(indicator.unit)})`,
        },
        ...periodIds.map(period => ({
          key: period,
          header: t(`period.${period}`),
          align: 'end' as const,
          cell: ({ figures }: JudgedIndicator) => words.figure(figures[period]),
        })),
        {
          key: 'target',
          header: t('table.target'),
          align: 'end',
          cell: ({ target, indicator }) => (target === undefined ? '–' : words.amount(target, indicator)),
        },
        {
          key: 'verdict',
          header: t('table.verdict'),
          cell: ({ verdict }) => (
            <StateMark look="plain" state={stateOfVerdict[verdict]}>
              {t(`verdict.${verdict}`)}
            </StateMark>
          ),
        },
      ]}
    />
  )
}
