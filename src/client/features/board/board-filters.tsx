import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { steps } from '../../../domain/qms/steps.ts'
import type { BoardRow, CommuneState } from '../../../domain/reports/board/board-row.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './board.module.css'
import type { CellState } from './cell-state.ts'
import type { BoardFilters } from './use-board-filters.ts'
import type { Officers } from './use-officers.ts'

interface Props {
  readonly filters: BoardFilters
  readonly districts: readonly Unit[]
  readonly officers: Officers
  /** Rows that pass all filters but the state. */
  readonly passed: readonly BoardRow[]
  readonly count: number
  readonly isNarrow: boolean
}

/** Search, district, step, person in charge and state, with how many rows each state has. */
export function BoardFilterBar({ filters, districts, officers, passed, count, isNarrow }: Props) {
  const { t } = useTranslation('board')
  const text = useLocalText()
  const { values, set } = filters
  const counts = new Map<string, number>()
  for (const row of passed) {
    const state = filters.stateOf(row)
    if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return (
    <>
      <div className={styles.filters}>
        <div className={styles.search}>
          <SearchField label={t('search')} value={values.q ?? ''} onChange={value => set('q', value)} />
        </div>
        <Rest isFolded={isNarrow}>
          {districts.length > 1 && (
            <Select
              label={t('district')}
              labelHidden
              empty={t('allDistricts')}
              value={values.district}
              onChange={value => set('district', value)}
              options={districts.map(({ id, fullName }) => ({ value: id, label: fullName }))}
            />
          )}
          <Select
            label={t('step')}
            labelHidden
            empty={t('allSteps')}
            value={values.step}
            onChange={value => set('step', value)}
            options={steps.map(({ id, title }, at) => ({ value: id, label: `${at + 1}. ${text(title)}` }))}
          />
          {officers.list.length > 0 && (
            <Select
              label={t('officer')}
              labelHidden
              empty={t('allOfficers')}
              value={values.officer}
              onChange={value => set('officer', value)}
              options={officers.list.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Rest>
      </div>
      <FilterChips
        label={t('filter')}
        value={values.state === null ? [] : [values.state]}
        onChange={([state = null]) => set('state', state)}
        options={filters.states.map(state => ({
          value: state,
          label: values.step === null ? t(`state.${state as CommuneState}`) : t(`cell.${state as CellState}`),
          count: counts.get(state) ?? 0,
        }))}
      />
      <div className={styles.line}>
        <span aria-live="polite">{t('count', { count })}</span>
        {filters.isFiltered && (
          <Button look="quiet" icon="cross" onClick={filters.clear}>
            {t('clear')}
          </Button>
        )}
      </div>
    </>
  )
}

/** The lists to choose from; on a phone they are folded away, so that the communes come into sight. */
function Rest({ isFolded, children }: { readonly isFolded: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation('board')
  if (!isFolded) return children
  return (
    <details className={styles.more}>
      <summary>{t('moreFilters')}</summary>
      <div className={styles.filters}>{children}</div>
    </details>
  )
}
