import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bar } from '../../../domain/audits/board-figures.ts'
import { BarList } from '../../ui/bar-list.tsx'
import { Icon } from '../../ui/icon.tsx'
import { FigureLink } from './figure-link.tsx'
import styles from './findings.module.css'

interface Props<Of extends Bar> {
  readonly title: string
  readonly hint?: string | undefined
  readonly bars: readonly Of[]
  readonly labelOf: (key: string) => string
  /** Beside the count of a bar. */
  readonly noteOf?: ((bar: Of) => string) | undefined
  /** The table that the bars are drawn from. */
  readonly table?: ReactNode
}

/** The most bars that are drawn; the table behind has all. */
const mostBars = 10

/** Bars that lie, longest first: each leads to the findings that it counts. */
export function FigureBars<Of extends Bar>({ title, hint, bars, labelOf, noteOf, table }: Props<Of>) {
  const { t } = useTranslation('findings')
  const most = bars[0]?.count ?? 1
  return (
    <section aria-label={title} className={styles.figure}>
      <h3 className={styles.subtitle}>{title}</h3>
      {hint !== undefined && <p className={styles.soft}>{hint}</p>}
      <BarList
        bars={bars.slice(0, table ? mostBars : undefined)}
        wordsOf={bar => ({
          label: labelOf(bar.key),
          value: (
            <>
              {bar.count}
              {noteOf && <span className={styles.barNote}>{noteOf(bar)}</span>}
            </>
          ),
          share: bar.count / most,
        })}
        link={(bar, className, children) => (
          <FigureLink of={bar} className={className}>
            {children}
          </FigureLink>
        )}
      />
      {table && (
        <details className={styles.behind}>
          <summary>
            <Icon name="list" />
            {bars.length > mostBars ? t('board.tableOfAll', { count: bars.length }) : t('board.table')}
          </summary>
          <div className={styles.scroll}>{table}</div>
        </details>
      )}
    </section>
  )
}
