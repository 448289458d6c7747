import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import targetJson from '../../../content/programmes/target.json' with { type: 'json' }
import type { BoardCommune } from '../../../domain/reports/board/board-commune.ts'
import { listProgress } from '../../../domain/reports/board/list-progress.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { CurveChart } from './curve-chart.tsx'
import { drillAddress } from './drill-address.ts'
import { FigureFrame } from './figure-frame.tsx'
import styles from './figures.module.css'
import { monthWords } from './month-words.ts'

interface Props {
  readonly communes: readonly BoardCommune[]
  /** How many communes the target is a share of: those outside the programme too. */
  readonly all: number
  readonly district: string | null
  readonly today: string
}

/** Declarations over time against the plan, and the target of the province. */
export function CurveFigure({ communes, all, district, today }: Props) {
  const { t } = useTranslation('board')
  const format = useFormat()
  const points = listProgress(communes, today)
  const target = Math.ceil((all * targetJson.share) / 100)
  const now = points.find(({ month }) => month === today.slice(0, 7))
  const link = (of: 'planned' | 'declaredBy', month: string, count: number) => (
    <Link to={drillAddress({ of, key: month }, district)}>{count}</Link>
  )
  return (
    <FigureFrame
      title={t('curve.title')}
      hint={t('curve.summary', {
        declared: now?.declared?.length ?? 0,
        planned: now?.planned.length ?? 0,
        target,
        all,
        share: targetJson.share,
        date: format.date(targetJson.by),
      })}
      table={
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('curve.month')}</th>
              <th scope="col">{t('curve.planned')}</th>
              <th scope="col">{t('curve.declared')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ month, planned, declared }) => (
              <tr key={month}>
                <th scope="row">{monthWords(month)}</th>
                <td>{link('planned', month, planned.length)}</td>
                <td>{declared ? link('declaredBy', month, declared.length) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <CurveChart points={points} target={target} />
    </FigureFrame>
  )
}
