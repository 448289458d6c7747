import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { grades, type Grade } from '../../../domain/audits/grade.ts'
import { isSettled } from '../../../domain/audits/finding-state.ts'
import type { FindingLine } from '../../../domain/audits/list-findings.ts'
import { searchKey } from '../../../lib/search-key.ts'
import { useGradeWords } from '../../context/use-grade-words.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { FindingTables } from './finding-tables.tsx'
import { BoardCard } from './board-card.tsx'
import { FindingList } from './finding-list.tsx'
import styles from './findings.module.css'
import { useFindings, useIsMine } from '../../context/use-findings.ts'

const filters = ['mine', 'open', 'late', 'repeat', ...grades] as const
type Filter = (typeof filters)[number]

/** `/findings`: what has to be put right; mine and late ones first, with the figures of all of them. */
export function Component() {
  const lines = useFindings()
  const isMine = useIsMine()
  const directory = useDirectory()
  const { t, ready } = useTranslation('findings')
  const text = useLocalText()
  const gradeWords = useGradeWords()
  const [chosen, setChosen] = useState<readonly string[]>()
  const [search, setSearch] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const typed = useDeferredValue(search)
  const nameOf = (id: string): string => directory?.tree.get(id)?.fullName ?? id

  const inUnit = useMemo(() => lines?.filter(line => unit === null || line.unit === unit), [lines, unit])
  const keys = useSearchKeys(lines, typed !== '', nameOf)
  const mine = inUnit?.filter(isMine).length ?? 0
  // Who has something to do begins with that; who has not, with what is open.
  const active = chosen ?? (mine > 0 ? ['mine'] : ['open'])
  const passes = (line: FindingLine, filter: Filter): boolean => {
    switch (filter) {
      case 'mine':
        return isMine(line)
      case 'open':
        return !isSettled(line.state)
      case 'late':
        return line.daysLate > 0
      case 'repeat':
        return line.isRepeat
      case 'major':
      case 'minor':
      case 'ofi':
      case 'strength':
        return line.grade === filter
    }
  }
  const wanted = searchKey(typed)
  const shown = inUnit?.filter(line => {
    const groups = filters.filter(filter => active.includes(filter))
    const graded = groups.filter((one): one is Grade => (grades as readonly string[]).includes(one))
    const others = groups.filter(one => !(grades as readonly string[]).includes(one))
    return (
      (graded.length === 0 || graded.includes(line.grade)) &&
      others.every(filter => passes(line, filter)) &&
      (wanted === '' || keys.get(line.thing)?.includes(wanted) === true)
    )
  })
  if (!ready) return <Spinner />
  if (!lines || !inUnit || !shown) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState icon="sync" title={t('reading')} action={<Spinner />} />
      </>
    )
  }
  const units = [...new Set(lines.map(line => line.unit))].sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b), 'vi'),
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle', { mine })} />
      <div className={styles.filters}>
        <div className={styles.search}>
          <SearchField label={t('search')} placeholder={t('search')} value={search} onChange={setSearch} />
        </div>
        {units.length > 1 && (
          <Select
            label={t('commune')}
            labelHidden
            empty={t('allCommunes')}
            value={unit}
            onChange={setUnit}
            options={units.map(id => ({ value: id, label: nameOf(id) }))}
          />
        )}
      </div>
      <FilterChips
        label={t('filter.label')}
        value={active}
        onChange={setChosen}
        options={filters.map(filter => ({
          value: filter,
          label:
            filter === 'mine' || filter === 'open' || filter === 'late' || filter === 'repeat'
              ? t(`filter.${filter}`)
              : text(gradeWords.find(({ id }) => id === filter)?.short ?? { vi: filter }),
          count: inUnit.filter(line => passes(line, filter)).length,
        }))}
      />
      <p className={styles.soft} aria-live="polite">
        {t('count', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState icon="check" title={t(lines.length === 0 ? 'none' : 'noneHere')}>
          {lines.length === 0 && t('noneHint')}
        </EmptyState>
      ) : (
        <>
          <FindingTables lines={shown} />
          <FindingList lines={shown} nameOf={nameOf} hasUnits={units.length > 1} isMine={isMine} />
        </>
      )}
      {inUnit.length > 0 && <BoardCard lines={inUnit} nameOf={nameOf} hasUnits={units.length > 1} />}
    </>
  )
}

/** What is searched in, without diacritics; made with the first letter that is typed, not before. */
function useSearchKeys(
  lines: readonly FindingLine[] | undefined,
  isNeeded: boolean,
  nameOf: (unit: string) => string,
): ReadonlyMap<string, string> {
  return useMemo(
    () =>
      new Map(
        isNeeded
          ? lines?.map(({ thing, number, nature, clauses, unit }) => [
              thing,
              searchKey(`${number} ${nature} ${clauses.join(' ')} ${nameOf(unit)}`),
            ])
          : [],
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- names of units do not change while one searches
    [lines, isNeeded],
  )
}
