import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { effectColumns } from '../../../domain/reports/tables/effect-table.ts'
import { makeTable } from '../../../domain/reports/tables/report-table.ts'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useDistrictOf } from '../../context/tables/use-district-of.ts'
import { useEffectOf } from '../../context/use-effect-of.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { ConclusionCard } from './conclusion-card.tsx'
import { EffectTable } from './effect-table.tsx'
import { IndicatorCard } from './indicator-card.tsx'
import { TargetDialog } from './target-dialog.tsx'
import { useRoad } from './use-road.ts'
import styles from './effect.module.css'
import roadStyles from './road.module.css'

/** `/road/effectiveness`: what applying the system has done, indicator by indicator, before and in three months. */
export function Component() {
  const road = useRoad()
  const { t, ready } = useTranslation(['effect', 'road'])
  const format = useFormat()
  const effect = useEffectOf(road?.unit.id, road?.programme, road?.qms)
  const districtOf = useDistrictOf()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [aimed, setAimed] = useState<string>()
  if (!ready || road === undefined || (road && !effect)) return <Spinner />
  if (road === null || !effect) {
    return (
      <>
        <PageHeader title={t('title')} back={{ to: '/road', label: t('road:title') }} />
        <EmptyState icon="chart" title={t('road:none')} />
      </>
    )
  }
  const at = `?unit=${encodeURIComponent(road.unit.id)}`
  const attention = effect.indicators.filter(({ verdict }) => verdict === 'notMet' || verdict === 'worse')
  const shown = chosen.includes('attention') ? attention : effect.indicators
  const last = effect.months.at(-1)
  const open = effect.indicators.find(({ indicator }) => indicator.id === aimed)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={road.unit.fullName}
        back={{ to: `/road${at}`, label: t('road:title') }}
      />
      <ConclusionCard effect={effect} road={road} />
      <Card title={t('where.title')}>
        {effect.startedOn === undefined || !last ? (
          <div className={styles.where}>
            <Banner tone="info">{t('where.notStarted')}</Banner>
            <div>
              <ButtonLink to={`/documents${at}`} iconEnd="arrowRight">
                {t('where.openDocuments')}
              </ButtonLink>
            </div>
          </div>
        ) : (
          <div className={styles.where}>
            <dl className={roadStyles.facts}>
              <dt>{t('where.started')}</dt>
              <dd>{format.date(effect.startedOn)}</dd>
              <dt>{t('where.ends')}</dt>
              <dd>{format.date(last.to)}</dd>
            </dl>
            <p className={roadStyles.soft}>{t(last.state === 'over' ? 'where.over' : 'where.running')}</p>
          </div>
        )}
      </Card>
      <section className={styles.indicators} aria-labelledby="indicators">
        <h2 id="indicators" className={styles.heading}>
          {t('indicators')}
        </h2>
        <p className={roadStyles.soft}>{t('lead')}</p>
        <FilterChips
          label={t('filter')}
          value={chosen}
          onChange={setChosen}
          options={[{ value: 'attention', label: t('attention'), count: attention.length }]}
        />
        <div className={styles.grid}>
          {shown.map(one => (
            <IndicatorCard
              key={one.indicator.id}
              judged={one}
              onAim={road.mayWrite ? () => setAimed(one.indicator.id) : undefined}
            />
          ))}
        </div>
        <div>
          <TableDownload
            rows={effect.indicators.length}
            make={names => [
              makeTable(
                'effect',
                effectColumns,
                effect.indicators.map(judged => ({
                  unit: road.unit,
                  district: districtOf(road.unit),
                  judged,
                })),
                names,
              ),
            ]}
          />
        </div>
        <details className={styles.table}>
          <summary>{t('table.title')}</summary>
          <EffectTable judged={effect.indicators} />
        </details>
      </section>
      {open && (
        <TargetDialog key={open.indicator.id} judged={open} road={road} onClose={() => setAimed(undefined)} />
      )}
    </>
  )
}
