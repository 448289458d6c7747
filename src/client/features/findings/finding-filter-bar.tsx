import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ages, findingFocuses, type FindingFocus } from '../../../domain/audits/finding-filter.ts'
import { findingStates } from '../../../domain/audits/finding-state.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './findings.module.css'
import type { FindingFilters } from './use-finding-filters.ts'

interface Props {
  readonly filter: FindingFilters['filter']
  readonly set: FindingFilters['set']
  readonly focus: FindingFocus | null
  readonly counts: Readonly<Record<FindingFocus, number>>
  readonly units: readonly string[]
  readonly clauses: readonly string[]
  readonly nameOf: (unit: string) => string
  readonly clauseName: (clause: string) => string
}

/**
 * What narrows the findings besides words: commune, state, clause, and quick ones. Two hundred communes to choose from are
 * not rendered again for a letter of the search.
 */
export const FindingFilterBar = memo(function FindingFilterBar({
  filter,
  set,
  focus,
  counts,
  units,
  clauses,
  nameOf,
  clauseName,
}: Props) {
  const { t } = useTranslation('findings')
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const nameOfFocus = (one: FindingFocus): string => {
    switch (one) {
      case 'mine':
      case 'open':
      case 'late':
      case 'repeat':
      case 'asked':
        return t(`filter.${one}`)
      case 'major':
      case 'minor':
      case 'ofi':
      case 'strength':
        return text(gradeWords.find(({ id }) => id === one)?.short ?? { vi: one })
    }
  }
  return (
    <>
      <div className={styles.filters}>
        {(units.length > 1 || filter.unit !== null) && (
          <Select
            label={t('commune')}
            labelHidden
            empty={t('allCommunes')}
            value={filter.unit}
            onChange={value => set('unit', value)}
            options={units.map(id => ({ value: id, label: nameOf(id) }))}
          />
        )}
        <Select
          label={t('board.state')}
          labelHidden
          empty={t('allStates')}
          value={filter.state}
          onChange={value => set('state', value)}
          options={findingStates.map(value => ({ value, label: t(`state.${value}`) }))}
        />
        <Select
          label={t('board.clause')}
          labelHidden
          empty={t('allClauses')}
          value={filter.clause}
          onChange={value => set('clause', value)}
          options={clauses.map(value => ({ value, label: clauseName(value) }))}
        />
        {filter.age !== null && (
          <Select
            label={t('age')}
            labelHidden
            empty={t('allAges')}
            value={filter.age}
            onChange={value => set('age', value)}
            options={ages.map(value => ({ value, label: t(`board.age.${value}`) }))}
          />
        )}
      </div>
      <FilterChips
        label={t('filter.label')}
        value={focus ? [focus] : []}
        onChange={([value]) => set('focus', value ?? null)}
        options={findingFocuses.map(value => ({ value, label: nameOfFocus(value), count: counts[value] }))}
      />
    </>
  )
})
