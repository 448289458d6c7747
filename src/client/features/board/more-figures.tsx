import { useTranslation } from 'react-i18next'
import { getClause } from '../../../domain/audits/clause.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { gates } from '../../../domain/qms/gates.ts'
import {
  listBars,
  meanOf,
  type Bar,
  type BarGiven,
  type BarId,
} from '../../../domain/reports/board/bar-figures.ts'
import type { BoardCommune } from '../../../domain/reports/board/board-commune.ts'
import { listCounted } from '../../../domain/reports/board/count-figures.ts'
import { firstForm } from '../../context/forms.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { BarsFigure } from './bars-figure.tsx'
import { DistrictTable } from './district-table.tsx'
import { drillAddress } from './drill-address.ts'
import styles from './figures.module.css'

interface Props {
  /** As the page is narrowed. */
  readonly communes: readonly BoardCommune[]
  readonly districts: readonly Unit[]
  readonly district: string | null
  readonly given: BarGiven
  readonly today: string
}

/** Everything below the first figures; it reads the findings, so it comes after the first drawing. */
export function MoreFigures({ communes, districts, district, given, today }: Props) {
  const { t } = useTranslation('board')
  const text = useLocalText()
  const format = useFormat()
  const bars = (id: BarId): readonly Bar[] => listBars(communes, id, given)
  const to = (of: BarId) => (key: string) => drillAddress({ of, key }, district)
  const percent = (part: number, all: number): number => (all === 0 ? 0 : Math.round((100 * part) / all))

  const pareto = bars('pareto')
  const named = pareto.reduce((sum, { items }) => sum + items.length, 0)
  const upTo = pareto.map((_, at) =>
    pareto.slice(0, at + 1).reduce((sum, { items }) => sum + items.length, 0),
  )
  const satisfaction = bars('satisfaction')
  const citizens = satisfaction.reduce((sum, { items }) => sum + items.length, 0)
  const people = listCounted(communes, 'inScope', today)
  const training: readonly Bar[] =
    people.length === 0
      ? []
      : (['trained', 'untrained'] as const).map(key => ({ key, items: listCounted(communes, key, today) }))
  const overdue = districts
    .map(({ id }) => ({
      key: id,
      items: listCounted(
        communes.filter(one => one.district?.id === id),
        'overdue',
        today,
      ),
    }))
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => b.items.length - a.items.length)
  const sectionName = (id: string): string =>
    text(firstForm.sections.find(section => section.id === id)?.title ?? { vi: id })
  const gateName = (id: string): string => text(gates.find(gate => gate.id === id)?.label ?? { vi: id })
  const clauseName = (id: string): string =>
    `${id} ${text((getClause('2008', id) ?? getClause('2015', id))?.title ?? { vi: '' })}`.trim()
  const districtName = (id: string): string => districts.find(one => one.id === id)?.fullName ?? id
  return (
    <>
      <div className={styles.pairs}>
        <BarsFigure
          title={t('bars.readiness.title')}
          hint={t('bars.readiness.hint')}
          bars={bars('readiness')}
          labelOf={key => t(`bars.readiness.${key as '0'}`)}
          to={to('readiness')}
          valueHeader={t('bars.of')}
        />
        <BarsFigure
          title={t('bars.missingGates.title')}
          hint={t('bars.missingGates.hint')}
          bars={bars('missingGates')}
          labelOf={gateName}
          to={to('missingGates')}
          full={communes.length}
          valueHeader={t('bars.of')}
        />
        <BarsFigure
          title={t('bars.survey.title')}
          hint={t('bars.survey.hint')}
          bars={bars('survey')}
          labelOf={sectionName}
          to={to('survey')}
          full={100}
          lengthOf={({ items }) => meanOf(items) ?? 0}
          wordsOf={({ items }) => format.number(meanOf(items) ?? 0, { mostDecimals: 1 })}
          valueHeader={t('bars.mean')}
          more={{ header: t('bars.of'), of: ({ items }) => String(items.length) }}
        />
        <BarsFigure
          title={t('bars.pareto.title')}
          hint={t('bars.pareto.hint')}
          bars={pareto}
          labelOf={clauseName}
          to={to('pareto')}
          valueHeader={t('bars.count')}
          more={{ header: t('bars.share'), of: (_, at) => `${percent(upTo[at] ?? 0, named)}%` }}
        />
        <BarsFigure
          title={t('overdue.title')}
          hint={t('overdue.hint')}
          none={t('overdue.none')}
          bars={overdue}
          labelOf={districtName}
          to={key => drillAddress({ of: 'overdue' }, key)}
          valueHeader={t('bars.count')}
        />
        <BarsFigure
          title={t('training.title')}
          hint={t('training.hint', {
            trained: training[0]?.items.length ?? 0,
            all: people.length,
            share: percent(training[0]?.items.length ?? 0, people.length),
          })}
          none={t('training.none')}
          bars={training}
          labelOf={key => t(`counted.${key as 'trained'}`)}
          to={key => drillAddress({ of: key as 'trained' }, district)}
          full={people.length}
          valueHeader={t('bars.count')}
        />
        <BarsFigure
          title={t('bars.onTime.title')}
          hint={t('bars.onTime.hint', { wanted: given.onTimeRate })}
          bars={bars('onTime')}
          labelOf={key => t(`bars.onTime.${key as 'met'}`)}
          to={to('onTime')}
          full={communes.length}
          valueHeader={t('bars.of')}
        />
        <BarsFigure
          title={t('bars.satisfaction.title')}
          hint={t('bars.satisfaction.hint', {
            count: citizens,
            share: percent(satisfaction[0]?.items.length ?? 0, citizens),
          })}
          none={t('bars.satisfaction.none')}
          bars={satisfaction}
          labelOf={key => t(`bars.satisfaction.${key as 'satisfied'}`)}
          to={to('satisfaction')}
          full={citizens}
          valueHeader={t('bars.count')}
        />
      </div>
      {district === null && districts.length > 1 && (
        <DistrictTable communes={communes} districts={districts} today={today} />
      )}
    </>
  )
}
