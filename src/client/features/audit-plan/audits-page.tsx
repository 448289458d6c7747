import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { auditColumns } from '../../../domain/reports/tables/audit-tables.ts'
import { makeTable } from '../../../domain/reports/tables/report-table.ts'
import { searchKey } from '../../../lib/search-key.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import { auditStates } from '../../../domain/audits/audit-state.ts'
import { useApp } from '../../context/app-context.tsx'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useDistrictOf } from '../../context/tables/use-district-of.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { buttonClass } from '../../ui/button-look.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { AuditStateMark } from './audit-state-mark.tsx'
import { NewAuditDialog } from './new-audit-dialog.tsx'
import { useAuditList, type ListedAudit } from './use-audit-list.ts'
import { useAuditWords } from './use-audit-words.ts'

/** `/audits`: the audits of the communes in scope, the person's own first. */
export function Component() {
  const app = useApp()
  const list = useAuditList()
  const { t, ready } = useTranslation(['auditPlan', 'audits', 'common'])
  const nameOf = usePersonName()
  const words = useAuditWords()
  const districtOf = useDistrictOf()
  const [search, setSearch] = useState('')
  const [states, setStates] = useState<readonly string[]>([])
  const [isNew, setNew] = useState(false)
  const rows = list?.audits
  const shown = useMemo(() => {
    const key = searchKey(search)
    return rows?.filter(
      ({ audit, name, unit }) =>
        (states.length === 0 || states.includes(audit.state)) &&
        searchKey(
          [unit.fullName, words.number(name), ...[...audit.team.keys()].map(nameOf)].join(' '),
        ).includes(key),
    )
  }, [rows, search, states, words, nameOf])
  if (!ready || !list || !rows || !shown) return <Spinner />
  if (!list.readsSome) {
    return (
      <>
        <PageHeader title={t('list.title')} />
        <EmptyState icon="shieldCheck" title={t('list.notForYou')} />
      </>
    )
  }
  const mine = shown.filter(({ audit }) => audit.team.has(app.person.id))
  const others = shown.filter(({ audit }) => !audit.team.has(app.person.id))
  return (
    <>
      <PageHeader
        title={t('list.title')}
        subtitle={t('list.subtitle')}
        actions={
          <>
            <Link to="/reports" className={buttonClass({})}>
              <Icon name="clipboard" />
              {t('list.reports')}
            </Link>
            <Link to="/audits/programme" className={buttonClass({})}>
              <Icon name="calendar" />
              {t('list.programme')}
            </Link>
            {list.mayPlanSome && (
              <Button look="primary" icon="plus" onClick={() => setNew(true)}>
                {t('list.new')}
              </Button>
            )}
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState icon="shieldCheck" title={t('list.none')}>
          {t('list.noneHint')}
        </EmptyState>
      ) : (
        <>
          <SearchField label={t('list.search')} value={search} onChange={setSearch} />
          <FilterChips
            label={t('list.state')}
            value={states}
            onChange={setStates}
            options={auditStates.map(state => ({
              value: state,
              label: t(`audits:state.${state}`),
              count: rows.filter(({ audit }) => audit.state === state).length,
            }))}
          />
          {shown.length === 0 ? (
            <EmptyState icon="search" title={t('list.empty')} />
          ) : (
            <div>
              <TableDownload
                rows={shown.length}
                make={names => [
                  makeTable(
                    'audits',
                    auditColumns,
                    shown.map(one => ({ ...one, district: districtOf(one.unit), dayOf: vietnamDayOf })),
                    names,
                  ),
                ]}
              />
            </div>
          )}
          {mine.length > 0 && <AuditList title={t('list.mine')} audits={mine} />}
          {others.length > 0 && (
            <AuditList title={t(mine.length > 0 ? 'list.others' : 'list.all')} audits={others} />
          )}
        </>
      )}
      {isNew && <NewAuditDialog onClose={() => setNew(false)} />}
    </>
  )
}

function AuditList({ title, audits }: { readonly title: string; readonly audits: readonly ListedAudit[] }) {
  const words = useAuditWords()
  return (
    <Card title={title} flush>
      <RowList label={title}>
        {audits.map(({ thing, audit, name, unit }) => (
          <ListRow
            key={thing}
            to={`/audits/${encodeURIComponent(thing)}`}
            title={unit.fullName}
            meta={[words.days(audit), words.team(audit), words.number(name)].join(' · ')}
            state={<AuditStateMark state={audit.state} />}
          />
        ))}
      </RowList>
    </Card>
  )
}
