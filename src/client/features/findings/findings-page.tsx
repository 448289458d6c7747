import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { getClause } from '../../../domain/audits/clause.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFindingLines } from '../../context/use-finding-lines.ts'
import { useIsMine } from '../../context/use-findings.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { buttonClass } from '../../ui/button-look.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { BoardCard } from './board-card.tsx'
import { FindingFilterBar } from './finding-filter-bar.tsx'
import { FindingList } from './finding-list.tsx'
import { FindingTables } from './finding-tables.tsx'
import styles from './findings.module.css'
import { useFindingFilters } from './use-finding-filters.ts'
import { useShownFindings } from './use-shown-findings.ts'

/** `/findings`: what has to be put right; mine and late ones first, with the figures of all of them. */
export function Component() {
  const lines = useFindingLines()
  const isMine = useIsMine()
  const directory = useDirectory()
  const filters = useFindingFilters()
  const { t, ready } = useTranslation('findings')
  const text = useLocalText()
  const [search, setSearch] = useState('')
  const [hasFigures, setFigures] = useState(false)
  const nameOf = useCallback((id: string): string => directory?.tree.get(id)?.fullName ?? id, [directory])
  const clauseName = useCallback(
    (id: string): string => `${id} ${text(getClause('2008', id)?.title ?? { vi: '' })}`.trim(),
    [text],
  )
  const found = useShownFindings(lines, filters, search, nameOf)
  const clauses = useMemo(
    () => [...new Set(lines?.flatMap(line => line.clauses))].sort(byClause.compare),
    [lines],
  )
  const units = useMemo(
    () => [...new Set(lines?.map(line => line.unit))].sort((a, b) => byName.compare(nameOf(a), nameOf(b))),
    [lines, nameOf],
  )
  const top = useListTop()
  if (!ready) return <Spinner />
  if (!lines || !found) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState icon="sync" title={t('reading')} action={<Spinner />} />
      </>
    )
  }
  const { inUnit, counts, focus, shown } = found
  const hasUnits = units.length > 1
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle', { mine: counts.mine })} />
      {inUnit.length > 0 && (
        <div className={styles.buttons}>
          <Button icon="chart" aria-expanded={hasFigures} onClick={() => setFigures(!hasFigures)}>
            {t(hasFigures ? 'board.closeFigures' : 'board.openFigures')}
          </Button>
          <FindingTables lines={shown} />
          <Link to="/reports" className={buttonClass({ look: 'quiet' })}>
            <Icon name="clipboard" />
            {t('toReports')}
          </Link>
        </div>
      )}
      {hasFigures && inUnit.length > 0 && (
        <BoardCard lines={inUnit} unit={filters.filter.unit} {...{ nameOf, clauseName, hasUnits }} />
      )}
      <SearchField label={t('search')} placeholder={t('search')} value={search} onChange={setSearch} />
      <FindingFilterBar
        filter={filters.filter}
        set={filters.set}
        {...{ units, focus, counts, clauses, nameOf, clauseName }}
      />
      <p ref={top} tabIndex={-1} className={styles.soft} aria-live="polite">
        {t('count', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState icon="check" title={t(lines.length === 0 ? 'none' : 'noneHere')}>
          {lines.length === 0 && t('noneHint')}
        </EmptyState>
      ) : (
        <FindingList lines={shown} nameOf={nameOf} hasUnits={hasUnits} isMine={isMine} />
      )}
    </>
  )
}

const byName = new Intl.Collator('vi')

/** 4.2.3 before 4.10. */
const byClause = new Intl.Collator('en', { numeric: true })

/** Who came by a figure is taken to the list that it counts, by eye and by keyboard. */
function useListTop() {
  const top = useRef<HTMLParagraphElement>(null)
  const place = useLocation()
  useEffect(() => {
    if ((place.state as { readonly toList?: boolean } | null)?.toList !== true) return
    top.current?.focus({ preventScroll: true })
    top.current?.scrollIntoView()
  }, [place])
  return top
}
