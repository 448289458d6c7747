import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import tiles from '../../../content/units/langson-tiles.json' with { type: 'json' }
import type { Unit } from '../../../domain/people/unit.ts'
import type { BoardCommune } from '../../../domain/reports/board/board-commune.ts'
import { listCounted } from '../../../domain/reports/board/count-figures.ts'
import { classNames } from '../../ui/class-names.ts'
import { FigureFrame } from './figure-frame.tsx'
import styles from './tile-map.module.css'
import { drillAddress } from './drill-address.ts'

interface Props {
  readonly communes: readonly BoardCommune[]
  readonly districts: readonly Unit[]
  readonly today: string
}

const placeOf: Readonly<Record<string, readonly number[]>> = tiles

/** The districts roughly where they lie, darker the more of their communes have declared; the words say the same. */
export function TileMap({ communes, districts, today }: Props) {
  const { t } = useTranslation('board')
  return (
    <FigureFrame title={t('map.title')} hint={t('map.hint')}>
      <ul className={styles.map}>
        {districts.map(district => {
          const own = communes.filter(one => one.district?.id === district.id)
          const declared = listCounted(own, 'declared', today).length
          const level = levelOf(declared, own.length)
          const [column = 0, row = 0] = placeOf[district.code] ?? []
          const isPlaced = placeOf[district.code] !== undefined
          return (
            <li
              key={district.id}
              className={styles.place}
              style={isPlaced ? { '--column': column + 1, '--row': row + 1 } : undefined}
            >
              <Link
                to={drillAddress({ of: 'communes' }, district.id)}
                className={classNames(styles.tile, styles[level])}
              >
                <span className={styles.tileName}>{district.name}</span>
                <span className={styles.tileShare}>{t('map.share', { declared, all: own.length })}</span>
                <span className={styles.tileShort} aria-hidden="true">
                  {declared}/{own.length}
                </span>
                <span className={styles.tileWords}>{t(`map.level.${level}`)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </FigureFrame>
  )
}

function levelOf(declared: number, all: number): 'outside' | 'none' | 'some' | 'most' | 'all' {
  if (all === 0) return 'outside'
  if (declared === 0) return 'none'
  if (declared === all) return 'all'
  return declared * 2 < all ? 'some' : 'most'
}
