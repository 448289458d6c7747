import { useTranslation } from 'react-i18next'
import type { ParetoBar } from '../../../domain/audits/board-figures.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FigureBars } from './figure-bars.tsx'
import { FigureLink } from './figure-link.tsx'
import styles from './findings.module.css'

interface Props {
  readonly bars: readonly ParetoBar[]
  readonly labelOf: (clause: string) => string
}

/** Which few clauses most nonconformities are of: the Pareto, and the table behind it. */
export function ClausePareto({ bars, labelOf }: Props) {
  const { t } = useTranslation('findings')
  const format = useFormat()
  const percent = (bar: ParetoBar): string => format.percent(bar.sumPercent / 100, 0)
  return (
    <FigureBars
      title={t('board.byClause')}
      hint={t('board.paretoHint')}
      bars={bars}
      labelOf={labelOf}
      noteOf={bar => t('board.upToHere', { percent: percent(bar) })}
      table={
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('board.clause')}</th>
              <th scope="col">{t('board.findings')}</th>
              <th scope="col">{t('board.sum')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(bar => (
              <tr key={bar.key}>
                <th scope="row">{labelOf(bar.key)}</th>
                <td>
                  <FigureLink of={bar} />
                </td>
                <td>{percent(bar)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  )
}
