import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { managementReviewType, type ManagementReview } from '../../../domain/qms/management-review.ts'
import { decisionColumns } from '../../../domain/reports/tables/qms-tables.ts'
import { makeTable } from '../../../domain/reports/tables/report-table.ts'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useDistrictOf } from '../../context/tables/use-district-of.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { ReviewMinutes } from './review-minutes.tsx'
import { useBeginReview } from './use-begin-review.ts'
import { useRoad } from './use-road.ts'
import { useSaveThing } from './use-things.ts'

/** `/road/review`: management reviews of a commune; a new one has its inputs filled from what is there. */
export function Component() {
  const road = useRoad()
  const { ready } = useTranslation('road')
  if (!ready || road === undefined || (road && !road.qms)) return <Spinner />
  if (road === null || !road.qms) return null
  return <Reviews road={road} qms={road.qms} />
}

type Road = NonNullable<ReturnType<typeof useRoad>>

function Reviews({ road, qms }: { readonly road: Road; readonly qms: NonNullable<Road['qms']> }) {
  const { t } = useTranslation('road')
  const format = useFormat()
  const save = useSaveThing(managementReviewType, road)
  const districtOf = useDistrictOf()
  const [query, setQuery] = useSearchParams()
  const opened = query.get('review')
  const open = (thing: string | null): void =>
    setQuery({ unit: road.unit.id, ...(thing !== null && { review: thing }) })
  const found = opened === null ? undefined : qms.facts.reviews.get(opened)
  const title = t('review.title')
  const begin = useBeginReview(road, qms, save)

  if (opened !== null && found)
    return (
      <>
        <PageHeader
          title={title}
          subtitle={road.unit.fullName}
          back={{ to: `/road/review?unit=${encodeURIComponent(road.unit.id)}`, label: title }}
        />
        <ReviewMinutes thing={opened} review={found} road={road} save={save} />
      </>
    )
  const list = [...qms.facts.reviews].sort(byDay)
  const decisions = list.flatMap(([, { on, decisions: own }]) =>
    own.map(decision => ({ heldOn: on, decision })),
  )
  return (
    <>
      <PageHeader
        title={title}
        subtitle={road.unit.fullName}
        back={{ to: `/road?unit=${encodeURIComponent(road.unit.id)}`, label: t('title') }}
        actions={
          road.mayWrite && (
            <Button
              look="primary"
              icon="plus"
              onClick={() => void begin().then(begun => begun !== undefined && open(begun))}
            >
              {t('review.begin')}
            </Button>
          )
        }
      />
      {list.length === 0 ? (
        <EmptyState icon="users" title={t('review.none')}>
          {t('review.noneHint')}
        </EmptyState>
      ) : (
        <Card flush>
          <RowList label={title}>
            {list.map(([thing, review]) => (
              <ListRow
                key={thing}
                title={review.on ? t('review.heldOn', { date: format.date(review.on) }) : t('review.noDay')}
                meta={t('review.decisions', { count: review.decisions.length })}
                state={
                  <StateMark state={review.confirmedBy ? 'done' : 'draft'}>
                    {t(review.confirmedBy ? 'review.confirmed' : 'review.draft')}
                  </StateMark>
                }
                onSelect={() => open(thing)}
              />
            ))}
          </RowList>
        </Card>
      )}
      <div>
        <TableDownload
          rows={decisions.length}
          make={names => [
            makeTable(
              'decisions',
              decisionColumns,
              decisions.map(one => ({ ...one, unit: road.unit, district: districtOf(road.unit) })),
              names,
            ),
          ]}
        />
      </div>
    </>
  )
}

const byDay = (
  [, a]: readonly [string, ManagementReview],
  [, b]: readonly [string, ManagementReview],
): number => ((a.on ?? '') < (b.on ?? '') ? 1 : -1)
