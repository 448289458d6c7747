import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BoardCommune } from '../../../domain/reports/board/board-commune.ts'
import { listCounted, type CountId } from '../../../domain/reports/board/count-figures.ts'
import { drillAddress } from './drill-address.ts'
import styles from './figures.module.css'

interface Props {
  readonly communes: readonly BoardCommune[]
  readonly district: string | null
  readonly today: string
  /** Findings are read after the first drawing. */
  readonly hasFindings: boolean
}

const shown: readonly CountId[] = [
  'communes',
  'declared',
  'ready',
  'late',
  'stuck',
  'openFindings',
  'overdue',
]
const ofFindings: readonly CountId[] = ['openFindings', 'overdue']

/** The main figures, each a link to what it counts. */
export function CountTiles({ communes, district, today, hasFindings }: Props) {
  const { t } = useTranslation('board')
  return (
    <ul className={styles.counts} aria-label={t('figures.counts')}>
      {shown.map(id => (
        <li key={id}>
          <Link to={drillAddress({ of: id }, district)} className={styles.count}>
            <span className={styles.countWords}>{t(`counted.${id}`)}</span>
            <span className={styles.countValue}>
              {hasFindings || !ofFindings.includes(id)
                ? listCounted(communes, id, today).length
                : t('figures.later')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
