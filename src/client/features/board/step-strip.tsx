import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../domain/reports/board/board-row.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './board.module.css'
import { cellState } from './cell-state.ts'

const side = 10
const gap = 4

/** The sixteen steps of a commune as a line of small shapes: full, half, empty, and a peak where one is late. */
export function StepStrip({ row: { standing, done } }: { readonly row: BoardRow }) {
  const { t } = useTranslation('board')
  const steps = standing?.steps ?? []
  const late = steps.flatMap((step, at) => (cellState(step) === 'late' ? [at + 1] : []))
  const words =
    late.length > 0
      ? t('doneOfLate', { done, total: steps.length, late: late.join(', ') })
      : t('doneOf', { done, total: steps.length })
  return (
    <span className={styles.strip}>
      <svg className={styles.stripShapes} viewBox={`0 0 ${16 * (side + gap)} ${side + 2}`} aria-hidden="true">
        {steps.map((step, at) => {
          const state = cellState(step)
          const x = at * (side + gap) + 1
          if (state === 'late')
            return (
              <path
                key={step.id}
                className={styles.stripLate}
                d={`M${x + side / 2} 1 l${side / 2} ${side} h${-side} Z`}
              />
            )
          return (
            <g key={step.id} className={styles.stripBox}>
              <rect x={x} y={1} width={side - 1} height={side - 1} className={styles.stripFrame} />
              {state !== 'open' && (
                <rect x={x} y={1} width={state === 'begun' ? (side - 1) / 2 : side - 1} height={side - 1} />
              )}
            </g>
          )
        })}
      </svg>
      <VisuallyHidden>{words}</VisuallyHidden>
      <span aria-hidden="true">{t('progress', { done, total: steps.length })}</span>
    </span>
  )
}
