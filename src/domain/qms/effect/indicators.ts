import indicatorsJson from '../../../content/qms/indicators.json' with { type: 'json' }
import type { LocalText } from '../../forms/form-version.ts'

export const indicatorIds = [
  'ontime_rate',
  'settled_rate',
  'early_rate',
  'avg_days',
  'returned_rate',
  'satisfaction_rate',
  'satisfaction_n',
  'complaints',
  'complaints_done',
  'nc_total',
  'nc_closed_rate',
  'nc_closed_ontime',
  'nc_repeat',
  'find_minutes',
  'posted_rate',
  'trained_rate',
  'audit_score',
] as const
export type IndicatorId = (typeof indicatorIds)[number]

/** A figure that shows whether the system works; the list is data (Plan 174: seventeen of them). */
export interface Indicator {
  readonly id: IndicatorId
  readonly label: LocalText
  readonly unit: LocalText
  /** Which way is better; `info` is neither. */
  readonly direction: 'up' | 'down' | 'info'
  /** The usual target; null: there is none, better than at the start will do. */
  readonly target: number | null
  readonly clauses: readonly string[]
  /** Where the commune finds the figure. */
  readonly source: LocalText
}

export const indicators: readonly Indicator[] = indicatorsJson as readonly Indicator[]
