import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { makeTable } from '../../../domain/reports/tables/report-table.ts'
import { surveyColumns } from '../../../domain/reports/tables/survey-columns.ts'
import { searchKey } from '../../../lib/search-key.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import { ProgrammeChoice } from '../../context/programme-choice.tsx'
import { ExportLink } from '../../context/export-link.tsx'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { CommuneTable } from './commune-table.tsx'
import { LeftCard } from './left-card.tsx'
import styles from './communes-page.module.css'
import { useCommunes } from './use-communes.ts'

const states = ['sent', 'notStarted', 'draft', 'returned', 'approved'] as const

/** `/communes`: who has done what, late ones first. */
export function Component() {
  const communes = useCommunes()
  const { t, ready } = useTranslation(['communes', 'responses'])
  const text = useLocalText()
  const format = useFormat()
  const [search, setSearch] = useState('')
  const [district, setDistrict] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])

  const rows = communes?.rows
  const inDistrict = useMemo(
    () => rows?.filter(row => district === null || row.district?.id === district) ?? [],
    [rows, district],
  )
  const shown = useMemo(() => {
    const key = searchKey(search)
    return inDistrict.filter(
      row =>
        (chosen.length === 0 || chosen.includes(row.state) || (chosen.includes('late') && row.isLate)) &&
        (key === '' || searchKey(`${row.unit.fullName} ${row.district?.fullName ?? ''}`).includes(key)),
    )
  }, [inDistrict, search, chosen])

  if (!ready) return <Spinner />
  if (!communes || !rows) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState icon="sync" title={t('waitingFirst')} action={<Spinner />} />
      </>
    )
  }
  const { programme, districts, contacts, left } = communes
  if (!programme) {
    return (
      <>
        <PageHeader title={t('title')} />
        <LeftCard surveys={left} />
        <EmptyState icon="building" title={t('none')} />
      </>
    )
  }
  const late = inDistrict.filter(row => row.isLate).length
  const isFiltered = search !== '' || district !== null || chosen.length > 0
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', {
          programme: text(programme.name),
          date: programme.surveyDueOn ? format.date(programme.surveyDueOn) : '—',
        })}
        actions={
          <>
            <ButtonLink to="/road" look="quiet" icon="flag">
              {t('roads')}
            </ButtonLink>
            <ButtonLink to="/training" look="quiet" icon="users">
              {t('training')}
            </ButtonLink>
            <ButtonLink to="/due" look="quiet" icon="calendar">
              {t('due')}
            </ButtonLink>
            {rows.length > 1 && (
              <ButtonLink to="/report-centre" look="quiet" icon="chart">
                {t('reports')}
              </ButtonLink>
            )}
            <ExportLink unit={district} />
          </>
        }
      />
      <ProgrammeChoice programmes={communes.programmes} value={programme.id} onChoose={communes.choose} />
      <LeftCard surveys={left} />
      <div className={styles.filters}>
        <div className={styles.search}>
          <SearchField label={t('search')} placeholder={t('search')} value={search} onChange={setSearch} />
        </div>
        {districts.length > 1 && (
          <Select
            label={t('district')}
            labelHidden
            empty={t('allDistricts')}
            value={district}
            onChange={setDistrict}
            options={districts.map(unit => ({ value: unit.id, label: unit.fullName }))}
          />
        )}
      </div>
      <FilterChips
        label={t('state')}
        value={chosen}
        onChange={setChosen}
        options={[
          { value: 'late', label: t('late'), count: late },
          ...states.map(state => ({
            value: state,
            label: t(`responses:state.${state}`),
            count: inDistrict.filter(row => row.state === state).length,
          })),
        ]}
      />
      <div className={styles.line}>
        <span aria-live="polite">{t('count', { count: shown.length })}</span>
        {isFiltered && (
          <Button
            look="quiet"
            icon="cross"
            onClick={() => {
              setSearch('')
              setDistrict(null)
              setChosen([])
            }}
          >
            {t('clear')}
          </Button>
        )}
        <TableDownload
          rows={shown.length}
          make={names => [
            makeTable(
              'surveys',
              surveyColumns,
              shown.map(row => ({ ...row, dayOf: vietnamDayOf })),
              names,
            ),
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState icon="search" title={t('empty')} />
      ) : (
        <Card flush>
          <CommuneTable rows={shown} hasDistricts={districts.length > 1} contacts={contacts} />
        </Card>
      )}
      {contacts && (
        <p className={styles.soft}>{t('contactAsOf', { time: format.dateTime(contacts.asOf) })}</p>
      )}
    </>
  )
}
