import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { getClause } from '../../../domain/audits/clause.ts'
import { gates } from '../../../domain/qms/gates.ts'
import { barIds } from '../../../domain/reports/board/bar-figures.ts'
import { countIds } from '../../../domain/reports/board/count-figures.ts'
import { drillDown, readDrill, type Drill } from '../../../domain/reports/board/drill-down.ts'
import { itemKey, type FigureItem } from '../../../domain/reports/board/figure-item.ts'
import { useApp } from '../../context/app-context.tsx'
import { firstForm } from '../../context/forms.ts'
import { useBoard } from '../../context/use-board.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { LongList } from '../../ui/long-list.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { BehindNote } from './behind-note.tsx'
import styles from './figures.module.css'
import { linkOfItem } from './link-of-item.ts'
import { monthWords } from './month-words.ts'
import { useNarrowed } from './use-narrowed.ts'
import { useRoadOf } from './use-road-of.ts'

/** `/board/list`: the things that a figure counts, one by one. */
export function Component() {
  const app = useApp()
  const board = useBoard()
  const directory = useDirectory()
  const [query] = useSearchParams()
  const { t, ready } = useTranslation('board')
  const format = useFormat()
  const titleOf = useDrillTitle()
  const roadOf = useRoadOf()
  const district = query.get('district')
  const communes = useNarrowed(board, district)
  const [of, key] = [query.get('of'), query.get('key')]
  const today = app.today()
  const drill = useMemo(() => readDrill(of, key), [of, key])
  const items = useMemo(
    () => (drill && board ? drillDown(communes, drill, { ...board.thresholds, today }) : []),
    [communes, drill, board, today],
  )
  if (!ready || !board) return <Spinner />
  const back = {
    to: `/board/figures${district === null ? '' : `?district=${encodeURIComponent(district)}`}`,
    label: t('list.back'),
  }
  if (!drill) {
    return (
      <>
        <PageHeader title={t('figures.title')} back={back} />
        <EmptyState icon="search" title={t('list.unknown')} />
      </>
    )
  }
  const unitName = (id: string): string => directory?.tree.get(id)?.fullName ?? id
  const count = t('list.count', { count: items.length })
  const row = (item: FigureItem) => (
    <ListRow
      key={itemKey(item)}
      to={linkOfItem(item, roadOf)}
      title={item.title || unitName(item.unit)}
      meta={[
        item.kind !== 'commune' && t(`list.kind.${item.kind}`),
        item.title !== '' && unitName(item.unit),
        directory?.tree.ancestors(item.unit).find(({ kind }) => kind === 'district')?.fullName,
        item.kind === 'finding' && item.value ? t('lateBy', { count: item.value }) : undefined,
        drill.of === 'survey' || drill.of === 'onTime'
          ? item.value !== null && format.number(item.value, { mostDecimals: 1 })
          : undefined,
      ]
        .filter(Boolean)
        .join(' · ')}
    />
  )
  return (
    <>
      <PageHeader
        title={titleOf(drill)}
        subtitle={district === null ? count : `${count} ${t('list.in', { unit: unitName(district) })}`}
        back={back}
      />
      <BehindNote behind={board.behind} total={board.communes.length} />
      {items.length === 0 ? (
        <EmptyState icon="check" title={t('list.empty')} />
      ) : (
        <Card flush>
          <LongList label={titleOf(drill)} items={items} itemKey={itemKey} rowHeight={88} row={row} />
        </Card>
      )}
      {drill.of === 'pareto' && <p className={styles.soft}>{t('bars.pareto.hint')}</p>}
    </>
  )
}

/** What a figure is called, with its bar or month. */
function useDrillTitle(): (drill: Drill) => string {
  const { t } = useTranslation('board')
  const text = useLocalText()
  return ({ of, key }) => {
    const count = countIds.find(id => id === of)
    if (count) return t(`counted.${count}`)
    const bar = barIds.find(id => id === of)
    switch (bar) {
      case undefined:
        return `${t(of === 'planned' ? 'planned' : 'declaredBy')} ${t('ofMonth', { month: monthWords(key) })}`
      case 'survey':
        return `${t('bars.survey.title')}: ${text(firstForm.sections.find(({ id }) => id === key)?.title ?? { vi: key })}`
      case 'missingGates':
        return `${t('bars.missingGates.title')}: ${text(gates.find(({ id }) => id === key)?.label ?? { vi: key })}`
      case 'pareto': {
        const title = (getClause('2008', key) ?? getClause('2015', key))?.title
        return `${t('bars.pareto.title')}: ${key} ${text(title ?? { vi: '' })}`
      }
      case 'readiness':
        return `${t('bars.readiness.title')}: ${t(`bars.readiness.${key as '0'}`)}`
      case 'onTime':
        return `${t('bars.onTime.title')}: ${t(`bars.onTime.${key as 'met'}`)}`
      case 'satisfaction':
        return `${t('bars.satisfaction.title')}: ${t(`bars.satisfaction.${key as 'satisfied'}`)}`
    }
  }
}
