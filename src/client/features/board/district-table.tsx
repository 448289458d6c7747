import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Unit } from '../../../domain/people/unit.ts'
import type { BoardCommune } from '../../../domain/reports/board/board-commune.ts'
import { listCounted, type CountId } from '../../../domain/reports/board/count-figures.ts'
import { Card } from '../../ui/card.tsx'
import { drillAddress } from './drill-address.ts'
import styles from './figures.module.css'

interface Props {
  readonly communes: readonly BoardCommune[]
  readonly districts: readonly Unit[]
  readonly today: string
}

const columns: readonly CountId[] = [
  'communes',
  'declared',
  'ready',
  'late',
  'stuck',
  'openFindings',
  'overdue',
  'inScope',
  'trained',
]

/** The figures of each district and their sum: the sum is counted by itself, and comes out the same. */
export function DistrictTable({ communes, districts, today }: Props) {
  const { t } = useTranslation('board')
  const row = (name: string, own: readonly BoardCommune[], district: string | null) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {columns.map(id => (
        <td key={id}>
          <Link to={drillAddress({ of: id }, district)}>{listCounted(own, id, today).length}</Link>
        </td>
      ))}
    </tr>
  )
  return (
    <Card title={t('districts.title')} flush>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('districts.title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('districts.district')}</th>
              {columns.map(id => (
                <th key={id} scope="col">
                  {t(`counted.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {districts.map(({ id, fullName }) =>
              row(
                fullName,
                communes.filter(({ district }) => district?.id === id),
                id,
              ),
            )}
          </tbody>
          <tfoot>{row(t('districts.total'), communes, null)}</tfoot>
        </table>
      </section>
    </Card>
  )
}
