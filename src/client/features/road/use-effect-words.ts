import { useTranslation } from 'react-i18next'
import type { Figure } from '../../../domain/qms/effect/figure.ts'
import type { Indicator } from '../../../domain/qms/effect/indicators.ts'
import type { EffectVerdict, JudgedIndicator } from '../../../domain/qms/effect/judge-effect.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import type { StateName } from '../../ui/states.ts'

/** How a verdict looks. */
export const stateOfVerdict: Readonly<Record<EffectVerdict, StateName>> = {
  met: 'approved',
  notMet: 'late',
  better: 'done',
  worse: 'late',
  same: 'dueSoon',
  info: 'inProgress',
  noData: 'notStarted',
}

/** Figures and targets of an indicator in words: `95,5 %`, `3,2 ngày`. */
export function useEffectWords() {
  const { t } = useTranslation('effect')
  const text = useLocalText()
  const format = useFormat()
  const amount = (value: number, { unit }: Indicator): string => {
    const name = text(unit)
    return `${format.number(value, { mostDecimals: 1 })}${name === '%' ? ' ' : ' '}${name}`
  }
  return {
    amount,
    figure: ({ value, note }: Figure): string =>
      value === undefined ? t(note === 'few' ? 'few' : 'noValue') : format.number(value, { mostDecimals: 1 }),
    target({ target, indicator }: JudgedIndicator): string {
      if (target === undefined) return indicator.direction === 'info' ? '' : t('target.none')
      return t(indicator.direction === 'down' ? 'target.atMost' : 'target.atLeast', {
        value: amount(target, indicator),
      })
    },
    change({ change, indicator }: JudgedIndicator): string {
      if (change === undefined) return ''
      const sign = change > 0 ? '+' : change < 0 ? '−' : ''
      return t('change', { change: `${sign}${amount(Math.abs(change), indicator)}` })
    },
  }
}
