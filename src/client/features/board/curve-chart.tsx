import { useTranslation } from 'react-i18next'
import type { ProgressPoint } from '../../../domain/reports/board/list-progress.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './figures.module.css'
import { monthWords } from './month-words.ts'
import { useIsNarrow } from './use-is-narrow.ts'

interface Props {
  readonly points: readonly ProgressPoint[]
  /** How many communes the programme is to reach. */
  readonly target: number
}

const [left, right, top, bottom] = [40, 16, 22, 28]

/** Two lines that climb: broken what was planned, whole what was reached; and the line they are to reach. */
export function CurveChart({ points, target }: Props) {
  const { t } = useTranslation('board')
  const isNarrow = useIsNarrow()
  const [width, height] = isNarrow ? [320, 220] : [860, 260]
  const most = Math.max(target, ...points.map(({ planned }) => planned.length), 1)
  const high = roundUp(most)
  const x = (at: number): number => left + ((width - left - right) * at) / Math.max(1, points.length - 1)
  const y = (count: number): number => height - bottom - ((height - top - bottom) * count) / high
  const line = (counts: readonly number[]): string =>
    counts.map((count, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(count).toFixed(1)}`).join(' ')
  const reached = points.flatMap(({ declared }) => (declared ? [declared.length] : []))
  const every = Math.max(1, Math.ceil(points.length / (isNarrow ? 3 : 8)))
  const ticks = [0, high / 2, high]
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {ticks.map(tick => (
          <g key={tick}>
            <line className={styles.grid} x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
            <text className={styles.tick} x={left - 6} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {points.map(
          ({ month }, at) =>
            at % every === 0 && (
              <text
                key={month}
                className={styles.tick}
                x={x(at)}
                y={height - 8}
                textAnchor={at === 0 ? 'start' : at === points.length - 1 ? 'end' : 'middle'}
              >
                {monthWords(month)}
              </text>
            ),
        )}
        <line className={styles.target} x1={left} x2={width - right} y1={y(target)} y2={y(target)} />
        <text className={styles.tick} x={left + 6} y={y(target) - 6}>
          {t('curve.target', { target })}
        </text>
        <path className={styles.planned} d={line(points.map(({ planned }) => planned.length))} />
        <path className={styles.declared} d={line(reached)} />
        {reached.length > 0 && (
          <circle className={styles.dot} cx={x(reached.length - 1)} cy={y(reached.at(-1) ?? 0)} r={4} />
        )}
      </svg>
      <figcaption className={styles.keys}>
        <VisuallyHidden>{t('curve.label')}</VisuallyHidden>
        <span>
          <svg className={styles.key} viewBox="0 0 32 8" aria-hidden="true">
            <path className={styles.declared} d="M1 4H31" />
          </svg>
          {t('curve.declared')}
        </span>
        <span>
          <svg className={styles.key} viewBox="0 0 32 8" aria-hidden="true">
            <path className={styles.planned} d="M1 4H31" />
          </svg>
          {t('curve.planned')}
        </span>
      </figcaption>
    </figure>
  )
}

/** The next even number that reads well. */
function roundUp(count: number): number {
  const step = count <= 10 ? 2 : count <= 50 ? 10 : count <= 100 ? 20 : 50
  return Math.ceil(count / step) * step
}
