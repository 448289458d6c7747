import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ages, boardFigures, type Bar } from '../../../domain/audits/board-figures.ts'
import { getClause } from '../../../domain/audits/clause.ts'
import { findingStates } from '../../../domain/audits/finding-state.ts'
import type { FindingLine } from '../../../domain/audits/list-findings.ts'
import { useApp } from '../../context/app-context.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './findings.module.css'

interface Props {
  readonly lines: readonly FindingLine[]
  readonly nameOf: (unit: string) => string
  readonly hasUnits: boolean
}

/** The most bars that are drawn; the table behind has all. */
const mostBars = 12

/** The figures of the findings: by state and age, by clause, late ones by commune. */
export function BoardCard({ lines, nameOf, hasUnits }: Props) {
  const app = useApp()
  const { t } = useTranslation('findings')
  const text = useLocalText()
  const [isOpen, setOpen] = useState(false)
  const today = app.today()
  // Counted when somebody looks: a list of thousands is there sooner without it.
  const figures = useMemo(() => (isOpen ? boardFigures(lines, today) : undefined), [isOpen, lines, today])
  if (!figures)
    return (
      <div>
        <Button icon="chart" onClick={() => setOpen(true)}>
          {t('board.openFigures')}
        </Button>
      </div>
    )
  const clauseName = (id: string): string =>
    `${id} ${text(getClause('2008', id)?.title ?? { vi: '' })}`.trim()
  return (
    <Card title={t('board.title')}>
      <div className={styles.stack}>
        <dl className={styles.counts}>
          {(['open', 'late', 'repeats'] as const).map(name => (
            <div key={name}>
              <dt>{t(`board.${name}`)}</dt>
              <dd>{figures[name]}</dd>
            </div>
          ))}
        </dl>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
        <section className={styles.scroll} tabIndex={0} aria-label={t('board.byState')}>
          <table className={styles.table}>
            <caption>{t('board.byState')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('board.state')}</th>
                {ages.map(age => (
                  <th key={age} scope="col">
                    {t(`board.age.${age}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {findingStates.map(state => {
                const cells = figures.byState.get(state)
                return (
                  cells && (
                    <tr key={state}>
                      <th scope="row">{t(`state.${state}`)}</th>
                      {ages.map(age => (
                        <td key={age}>{cells[age]}</td>
                      ))}
                    </tr>
                  )
                )
              })}
            </tbody>
          </table>
        </section>
        <Bars title={t('board.byClause')} bars={figures.byClause} labelOf={clauseName} />
        {hasUnits && figures.lateByUnit.length > 0 && (
          <Bars title={t('board.lateByUnit')} bars={figures.lateByUnit} labelOf={nameOf} />
        )}
      </div>
    </Card>
  )
}

function Bars({
  title,
  bars,
  labelOf,
}: {
  readonly title: string
  readonly bars: readonly Bar[]
  readonly labelOf: (key: string) => string
}) {
  const { t } = useTranslation('findings')
  const most = bars[0]?.count ?? 1
  return (
    <section aria-label={title}>
      <h3 className={styles.subtitle}>{title}</h3>
      <ol className={styles.bars}>
        {bars.slice(0, mostBars).map(({ key, count }) => (
          <li key={key}>
            <ProgressBar label={`${labelOf(key)}: ${count}`} done={count} total={most} count={false} />
          </li>
        ))}
      </ol>
      {bars.length > mostBars && (
        <p className={styles.soft}>
          {t('board.more', {
            list: bars
              .slice(mostBars)
              .map(({ key, count }) => `${key} (${count})`)
              .join(', '),
          })}
        </p>
      )}
    </section>
  )
}
