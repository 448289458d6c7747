import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Bar } from '../../../domain/reports/board/bar-figures.ts'
import { BarList } from '../../ui/bar-list.tsx'
import { FigureFrame } from './figure-frame.tsx'
import styles from './figures.module.css'

interface Props {
  readonly title: string
  readonly hint?: string | undefined
  readonly none?: string | undefined
  readonly bars: readonly Bar[]
  readonly labelOf: (key: string) => string
  readonly to: (key: string) => string
  /** How long a bar is; how many things it counts, when left out. */
  readonly lengthOf?: ((bar: Bar) => number) | undefined
  /** Where a full bar ends; at the longest one, when left out. */
  readonly full?: number | undefined
  /** The figure of a bar in words; its value, when left out. */
  readonly wordsOf?: ((bar: Bar) => string) | undefined
  readonly valueHeader: string
  /** A second column of the table. */
  readonly more?: { readonly header: string; readonly of: (bar: Bar, at: number) => string } | undefined
}

/** The most bars that are drawn; the table has all. */
const mostBars = 8

/** Bars that lie, longest words first class: each leads to the things it counts. */
export function BarsFigure({
  title,
  hint,
  none,
  bars,
  labelOf,
  to,
  lengthOf = ({ items }) => items.length,
  full,
  wordsOf = bar => String(lengthOf(bar)),
  valueHeader,
  more,
}: Props) {
  const { t } = useTranslation('board')
  const most = full ?? Math.max(1, ...bars.map(lengthOf))
  const isEmpty = bars.every(({ items }) => items.length === 0)
  return (
    <FigureFrame
      title={title}
      hint={hint}
      none={none}
      isEmpty={isEmpty}
      table={
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('bars.key')}</th>
              <th scope="col">{valueHeader}</th>
              {more && <th scope="col">{more.header}</th>}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar, at) => (
              <tr key={bar.key}>
                <th scope="row">{labelOf(bar.key)}</th>
                <td>
                  <Link to={to(bar.key)}>{wordsOf(bar)}</Link>
                </td>
                {more && <td>{more.of(bar, at)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <BarList
        bars={bars.slice(0, mostBars)}
        wordsOf={bar => ({ label: labelOf(bar.key), value: wordsOf(bar), share: lengthOf(bar) / most })}
        link={({ key }, className, children) => (
          <Link to={to(key)} className={className}>
            {children}
          </Link>
        )}
      />
      {bars.length > mostBars && (
        <p className={styles.soft}>{t('more', { count: bars.length - mostBars })}</p>
      )}
    </FigureFrame>
  )
}
