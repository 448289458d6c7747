import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { searchKey } from '../../../lib/search-key.ts'
import type { Person } from '../../../domain/people/assignment.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { Card } from '../../ui/card.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { AssignmentList } from './assignment-list.tsx'
import styles from './account.module.css'

/** `/people`: who holds which role where. */
export function Component() {
  const directory = useDirectory()
  const { t } = useTranslation('account')
  const [search, setSearch] = useState('')
  const shown = useMemo(() => {
    const key = searchKey(search)
    return [...(directory?.people.values() ?? [])].filter(person => searchKey(person.name).includes(key))
  }, [directory, search])
  if (!directory) return <Spinner />
  const columns: readonly Column<Person>[] = [
    {
      key: 'name',
      header: t('people.name'),
      sortBy: person => person.name,
      cell: person => <span className={styles.name}>{person.name}</span>,
    },
    {
      key: 'assignments',
      header: t('people.assignments'),
      cell: person => <AssignmentList assignments={directory.assignmentsOf(person.id)} />,
    },
  ]
  return (
    <>
      <PageHeader title={t('people.title')} subtitle={t('people.hint')} />
      <SearchField
        label={t('people.search')}
        placeholder={t('people.search')}
        value={search}
        onChange={setSearch}
      />
      <p className={styles.soft}>{t('people.count', { count: shown.length })}</p>
      <Card flush>
        <DataTable
          caption={t('people.title')}
          columns={columns}
          rows={shown}
          rowKey={person => person.id}
          empty={<EmptyState icon="search" title={t('people.count', { count: 0 })} />}
        />
      </Card>
    </>
  )
}
