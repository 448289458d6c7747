import type { JudgedIndicator } from '../../../domain/qms/effect/judge-effect.ts'
import { periodIds } from '../../../domain/qms/effect/periods.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import styles from './effect.module.css'

const width = 240
const height = 72
const column = width / periodIds.length
const bar = 34

/** The four values as bars, with the target as a line across. The figures themselves stand below, as text. */
export function PeriodBars({ judged: { figures, target, indicator } }: { readonly judged: JudgedIndicator }) {
  const text = useLocalText()
  const values = periodIds.map(period => figures[period].value)
  const most = Math.max(...values.map(value => value ?? 0), target ?? 0)
  const top = text(indicator.unit) === '%' ? Math.max(100, most) : most * 1.15 || 1
  const y = (value: number): number => height - (value / top) * (height - 4)
  return (
    <svg className={styles.bars} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {periodIds.map((period, at) => {
        const value = values[at]
        const x = at * column + (column - bar) / 2
        return value === undefined ? (
          <line key={period} className={styles.none} x1={x} x2={x + bar} y1={height - 2} y2={height - 2} />
        ) : (
          <rect
            key={period}
            className={period === 'baseline' ? styles.before : styles.bar}
            x={x}
            y={Math.min(y(value), height - 2)}
            width={bar}
            height={Math.max(height - y(value), 2)}
            rx={3}
          />
        )
      })}
      {target !== undefined && (
        <line className={styles.target} x1={0} x2={width} y1={y(target)} y2={y(target)} />
      )}
    </svg>
  )
}
