import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { areas } from '../../../domain/audits/area.ts'
import { coverOf } from '../../../domain/audits/coverage.ts'
import { searchKey } from '../../../lib/search-key.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { CoverGrid } from './cover-grid.tsx'
import { CoverMark } from './cover-mark.tsx'
import styles from './cover.module.css'
import type { Programme } from './use-programme.ts'

const searchFrom = 8

/** Commune by area: what was audited, what is planned and what never was. */
export function CoverageCard({ programme, year }: { readonly programme: Programme; readonly year: number }) {
  const { t } = useTranslation('auditPlan')
  const text = useLocalText()
  const [search, setSearch] = useState('')
  const [only, setOnly] = useState<readonly string[]>([])
  const covered = useMemo(
    () =>
      programme.communes.map(unit => {
        const facts = programme.factsOf(unit.id)
        const covers = areas.map(({ id }) => coverOf(facts, { year, area: id }))
        return {
          unit,
          covers,
          district: programme.districtOf(unit.id)?.fullName ?? '',
          never: covers.filter(({ state }) => state === 'never').length,
        }
      }),
    [programme, year],
  )
  const key = searchKey(search)
  const shown = covered.filter(
    ({ unit, district, never }) =>
      searchKey(`${unit.fullName} ${district}`).includes(key) && (only.length === 0 || never > 0),
  )
  const withNever = covered.filter(({ never }) => never > 0).length
  return (
    <>
      {covered.length > searchFrom && (
        <SearchField label={t('programme.search')} value={search} onChange={setSearch} />
      )}
      <FilterChips
        label={t('programme.filter')}
        value={only}
        onChange={setOnly}
        options={[{ value: 'never', label: t('programme.onlyNever'), count: withNever }]}
      />
      {shown.length === 0 ? (
        <EmptyState icon="search" title={t('programme.empty')} />
      ) : (
        <Card title={t('programme.matrix', { year })} subtitle={t('programme.matrixHint')} flush>
          <CoverGrid
            caption={t('programme.matrix', { year })}
            corner={t('programme.commune')}
            columns={areas.map(({ id, label }) => ({ key: id, label: text(label) }))}
            lines={shown.map(({ unit, covers }) => ({
              key: unit.id,
              head: (
                <Link
                  className={styles.link}
                  to={{
                    search: `?${new URLSearchParams({ year: String(year), unit: unit.id }).toString()}`,
                  }}
                >
                  {unit.fullName}
                </Link>
              ),
              cells: covers.map((cover, at) => <CoverMark key={areas[at]?.id} cover={cover} />),
            }))}
          />
        </Card>
      )}
    </>
  )
}
