import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { declarationFields, declarationThing, declarationType } from '../../../domain/qms/declaration.ts'
import { useApp } from '../../context/app-context.tsx'
import { declarationColumns } from '../../../domain/reports/tables/qms-tables.ts'
import { makeTable } from '../../../domain/reports/tables/report-table.ts'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useDistrictOf } from '../../context/tables/use-district-of.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { DeclarationForm } from './declaration-form.tsx'
import { useRoad } from './use-road.ts'
import { useSaveThing } from './use-things.ts'

/** `/road/declaration`: prepared when ready, signed by the head, then posted, published and sent. */
export function Component() {
  const road = useRoad()
  const { ready } = useTranslation('road')
  if (!ready || road === undefined || (road && !road.qms)) return <Spinner />
  if (road === null || !road.qms) return null
  return <Declarations road={road} qms={road.qms} />
}

type Road = NonNullable<ReturnType<typeof useRoad>>

function Declarations({ road, qms }: { readonly road: Road; readonly qms: NonNullable<Road['qms']> }) {
  const app = useApp()
  const { t } = useTranslation('road')
  const format = useFormat()
  const save = useSaveThing(declarationType, road)
  const districtOf = useDistrictOf()
  const [query, setQuery] = useSearchParams()
  const opened = query.get('declaration')
  const title = t('declaration.title')
  const at = `?unit=${encodeURIComponent(road.unit.id)}`
  const list = [...qms.facts.declarations].sort(
    ([, a], [, b]) => (b.signed?.at ?? Infinity) - (a.signed?.at ?? Infinity),
  )
  const last = list.find(([, { signed }]) => signed !== undefined)
  const found = opened === null ? undefined : qms.facts.declarations.get(opened)

  async function begin(): Promise<void> {
    const thing = declarationThing(app.newId(), road.unit.id)
    const saved = await save(thing, [
      { field: declarationFields.standard, value: road.programme.standard },
      { field: declarationFields.text('bases'), value: t('declaration.usualBases') },
      { field: declarationFields.text('address'), value: road.unit.fullName },
      ...(last ? [{ field: declarationFields.replaces, value: last[0] }] : []),
    ])
    if (saved.ok) setQuery({ unit: road.unit.id, declaration: thing })
  }

  if (opened !== null && found)
    return (
      <>
        <PageHeader
          title={title}
          subtitle={road.unit.fullName}
          back={{ to: `/road/declaration${at}`, label: title }}
        />
        <DeclarationForm key={opened} thing={opened} declaration={found} road={road} qms={qms} save={save} />
      </>
    )
  return (
    <>
      <PageHeader
        title={title}
        subtitle={road.unit.fullName}
        back={{ to: `/road${at}`, label: t('title') }}
        actions={
          road.mayWrite && (
            <Button
              look={qms.readiness === 'ready' ? 'primary' : 'secondary'}
              icon="plus"
              onClick={() => void begin()}
            >
              {t('declaration.begin')}
            </Button>
          )
        }
      />
      {qms.readiness !== 'ready' && (
        <Banner
          tone="info"
          action={
            <ButtonLink to={`/road/readiness${at}`} look="quiet" iconEnd="arrowRight">
              {t('readiness.open')}
            </ButtonLink>
          }
        >
          {t('declaration.notReady')}
        </Banner>
      )}
      {list.length === 0 ? (
        <EmptyState icon="flag" title={t('declaration.none')} />
      ) : (
        <Card flush>
          <RowList label={title}>
            {list.map(([thing, { signed, days, texts, standard }]) => (
              <ListRow
                key={thing}
                title={
                  signed
                    ? t('declaration.signedOn', { date: format.date(days.effectiveOn ?? signed.at) })
                    : t('declaration.draft')
                }
                meta={`TCVN ISO 9001:${standard}${texts.number ? ` · ${texts.number}` : ''}`}
                state={
                  <StateMark state={signed ? (days.sentOn ? 'done' : 'inProgress') : 'draft'}>
                    {t(
                      signed ? (days.sentOn ? 'declaration.sent' : 'declaration.toPost') : 'declaration.open',
                    )}
                  </StateMark>
                }
                onSelect={() => setQuery({ unit: road.unit.id, declaration: thing })}
              />
            ))}
          </RowList>
        </Card>
      )}
      <div>
        <TableDownload
          rows={list.length}
          make={names => [
            makeTable(
              'declarations',
              declarationColumns,
              list.map(([, declaration]) => ({
                unit: road.unit,
                district: districtOf(road.unit),
                declaration,
              })),
              names,
            ),
          ]}
        />
      </div>
    </>
  )
}
