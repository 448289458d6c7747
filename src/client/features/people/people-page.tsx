import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { searchKey } from '../../../lib/search-key.ts'
import { isRole, roles } from '../../../domain/people/role.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import type { AdminLink } from '../../network/admin-link.ts'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { AssignmentWords } from './assignment-words.tsx'
import { filterPeople, type ListedPerson } from './filter-people.ts'
import { ProblemBanner } from './problem-banner.tsx'
import { useMayAnywhere } from './use-may-anywhere.ts'
import { useTold } from './use-told.ts'
import { useUnitOptions } from './use-unit-options.ts'
import styles from './people.module.css'

const askAccounts = (link: AdminLink) => link.accounts()

/** `/people`: who may sign in and holds which role where; adding people, and the way to tablets and the trail. */
export function Component() {
  const mayManage = useMayAnywhere('people.manage')
  const { t, ready } = useTranslation(['admin', 'account'])
  if (mayManage === undefined || !ready) return <Spinner />
  if (!mayManage) return <EmptyState icon="lock" title={t('notYours')} />
  return <PeopleList />
}

function PeopleList() {
  const app = useApp()
  const directory = useDirectory()
  const units = useUnitOptions()
  const { t } = useTranslation(['admin', 'account'])
  const [search, setSearch] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [role, setRole] = useState<string | null>(null)
  const [state, setState] = useState<readonly string[]>(['active'])
  const [isAdding, setAdding] = useState(false)
  const { told, problem, reload } = useTold(askAccounts)
  const today = app.today()
  const accounts = useMemo(() => new Map(told?.people.map(one => [one.person, one])), [told])
  const shown = useMemo(
    () =>
      directory
        ? filterPeople(directory, {
            key: searchKey(search),
            unit,
            role: role !== null && isRole(role) ? role : null,
            state: state[0] === 'active' || state[0] === 'ended' ? state[0] : null,
            today,
            usernameOf: person => accounts.get(person)?.username,
          })
        : [],
    [directory, search, unit, role, state, today, accounts],
  )
  if (!directory) return <Spinner />
  const columns: readonly Column<ListedPerson>[] = [
    {
      key: 'name',
      header: t('people.name'),
      sortBy: ({ name }) => name,
      cell: ({ id, name }) => (
        <Link to={`/people/${encodeURIComponent(id)}`} className={styles.name}>
          {name}
        </Link>
      ),
    },
    {
      key: 'username',
      header: t('people.username'),
      cell: ({ id }) => accounts.get(id)?.username ?? '–',
    },
    {
      key: 'assignments',
      header: t('people.assignments'),
      cell: ({ assignments }) =>
        assignments.length === 0 ? (
          <span className={styles.soft}>{t('people.noRole')}</span>
        ) : (
          <ul className={styles.list}>
            {assignments.map(held => (
              <li key={held.id}>
                <AssignmentWords held={held} />
              </li>
            ))}
          </ul>
        ),
    },
  ]
  return (
    <>
      <PageHeader
        title={t('people.title')}
        subtitle={t('people.subtitle')}
        actions={
          <>
            <ButtonLink icon="upload" to="/people/import">
              {t('people.import')}
            </ButtonLink>
            <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
              {t('people.add')}
            </Button>
          </>
        }
      />
      {problem && <ProblemBanner problem={problem} onRetry={reload} />}
      <SearchField
        label={t('people.search')}
        placeholder={t('people.search')}
        value={search}
        onChange={setSearch}
      />
      <div className={styles.filters}>
        <Combobox
          kind="one"
          label={t('unit')}
          empty={t('allUnits')}
          options={units}
          value={unit}
          onChange={setUnit}
        />
        <Select
          label={t('role')}
          empty={t('allRoles')}
          value={role}
          onChange={setRole}
          options={roles.map(value => ({ value, label: t(`account:roles.${value}`) }))}
        />
      </div>
      <FilterChips
        label={t('people.state')}
        value={state}
        onChange={setState}
        options={[
          { value: 'active', label: t('people.active') },
          { value: 'ended', label: t('people.ended') },
        ]}
      />
      <output className={styles.soft}>{t('people.count', { count: shown.length })}</output>
      <Card flush>
        <DataTable
          caption={t('people.title')}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="search" title={t('people.nobody')} />}
        />
      </Card>
      <Card flush>
        <RowList>
          <ListRow icon="building" title={t('units.title')} meta={t('units.hint')} to="/units" />
          <ListRow icon="tablet" title={t('devices.title')} meta={t('devices.hint')} to="/people/devices" />
          <ListRow icon="list" title={t('trail.title')} meta={t('trail.hint')} to="/people/trail" />
          <ListRow icon="shieldCheck" title={t('chains.title')} meta={t('chains.hint')} to="/people/chains" />
        </RowList>
      </Card>
      {isAdding && <AddPersonDialog onClose={() => setAdding(false)} onAdded={reload} />}
    </>
  )
}
