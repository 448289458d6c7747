import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { boardFigures } from '../../../domain/audits/board-figures.ts'
import type { FindingLine } from '../../../domain/audits/list-findings.ts'
import { useApp } from '../../context/app-context.tsx'
import { Card } from '../../ui/card.tsx'
import { ClausePareto } from './clause-pareto.tsx'
import { FigureBars } from './figure-bars.tsx'
import { FigureLink } from './figure-link.tsx'
import styles from './findings.module.css'
import { RepeatedList } from './repeated-list.tsx'
import { StateTable } from './state-table.tsx'

interface Props {
  readonly lines: readonly FindingLine[]
  /** The commune that the lines are of; null: of all. */
  readonly unit: string | null
  readonly nameOf: (unit: string) => string
  readonly clauseName: (clause: string) => string
  readonly hasUnits: boolean
}

/** The figures of the findings: by state and age, by clause, late ones by commune, repeated ones. */
export function BoardCard({ lines, unit, nameOf, clauseName, hasUnits }: Props) {
  const app = useApp()
  const { t } = useTranslation('findings')
  const today = app.today()
  const figures = useMemo(() => boardFigures(lines, today, unit), [lines, today, unit])
  const isOverUnits = hasUnits && unit === null
  return (
    <Card title={t('board.title')}>
      <div className={styles.stack}>
        <ul className={styles.counts}>
          {(['open', 'late', 'repeats'] as const).map(name => (
            <li key={name}>
              <FigureLink of={figures[name]} className={styles.count}>
                <span className={styles.countWords}>{t(`board.${name}`)}</span>
                <span className={styles.countValue}>{figures[name].count}</span>
              </FigureLink>
            </li>
          ))}
        </ul>
        {figures.byState.size > 0 && <StateTable byState={figures.byState} />}
        <div className={styles.figures}>
          {figures.byClause.length > 0 && <ClausePareto bars={figures.byClause} labelOf={clauseName} />}
          {isOverUnits && figures.lateByUnit.length > 0 && (
            <FigureBars title={t('board.lateByUnit')} bars={figures.lateByUnit} labelOf={nameOf} />
          )}
        </div>
        {figures.repeated.length > 0 && (
          <RepeatedList
            lines={figures.repeated}
            all={figures.repeats}
            nameOf={nameOf}
            hasUnits={isOverUnits}
          />
        )}
      </div>
    </Card>
  )
}
