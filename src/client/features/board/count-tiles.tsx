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
  'leftSurveys',
]
const ofFindings: readonly CountId[] = ['openFindings', 'overdue']

/** The main figures, each a link to what it counts; surveys left behind only where there are any. */
export function CountTiles({ communes, district, today, hasFindings }: Props) {
  const { t } = useTranslation('board')
  const isThere = (id: CountId): boolean => hasFindings || !ofFindings.includes(id)
  const tiles = shown
    .map(id => ({ id, count: isThere(id) ? listCounted(communes, id, today).length : undefined }))
    .filter(({ id, count }) => id !== 'leftSurveys' || count !== 0)
  return (
    <ul className={styles.counts} aria-label={t('figures.counts')}>
      {tiles.map(({ id, count }) => (
        <li key={id}>
          <Link to={drillAddress({ of: id }, district)} className={styles.count}>
            <span className={styles.countWords}>{t(`counted.${id}`)}</span>
            <span className={styles.countValue}>{count ?? t('figures.later')}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
