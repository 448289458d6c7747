import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import {
  findingFocuses,
  isInFocus,
  passesFilter,
  type FindingFilter,
  type FindingFocus,
} from '../../../domain/audits/finding-filter.ts'
import type { FindingLine } from '../../../domain/audits/list-findings.ts'
import { searchKey } from '../../../lib/search-key.ts'
import { useApp } from '../../context/app-context.tsx'
import { useIsMine } from '../../context/use-findings.ts'
import { useScope } from '../../context/use-scope.ts'
import type { FindingFilters } from './use-finding-filters.ts'

interface Shown {
  /** Of the commune that is chosen, or of all. */
  readonly inUnit: readonly FindingLine[]
  readonly counts: Readonly<Record<FindingFocus, number>>
  readonly focus: FindingFocus | null
  readonly shown: readonly FindingLine[]
}

/** What passes the filters and the search; undefined until the lines and what this person may do are read. */
export function useShownFindings(
  lines: readonly FindingLine[] | undefined,
  { filter, isChosen }: FindingFilters,
  search: string,
  nameOf: (unit: string) => string,
): Shown | undefined {
  const app = useApp()
  const today = app.today()
  const scope = useScope()
  const isMine = useIsMine()
  const { keyOf, areMade } = useSearchKeys(lines, nameOf)
  const later = useDeferredValue(search)
  // With the keys at hand ten thousand lines are looked through before the letter itself is drawn: a second drawing of the
  // page would take longer. Without them the letter comes first.
  const wanted = searchKey(areMade ? search : later)
  const { unit } = filter
  const known = scope && lines
  const inUnit = useMemo(
    () => (unit === null ? known : known?.filter(line => line.unit === unit)),
    [known, unit],
  )
  const counts = useMemo(() => inUnit && countFocuses(inUnit, isMine), [inUnit, isMine])
  // Who has something to do begins with that; who has not, with what is open. What comes by sync later changes the
  // figures, not what a person is looking at.
  const [first, setFirst] = useState<FindingFocus>()
  const fitting = counts && counts.mine > 0 ? 'mine' : 'open'
  if (first === undefined && inUnit && inUnit.length > 0) setFirst(fitting)
  const focus = isChosen ? filter.focus : (first ?? fitting)
  const shown = useMemo(() => {
    const asked: FindingFilter = { ...filter, focus }
    return inUnit?.filter(
      line => passesFilter(line, asked, { today, isMine }) && (wanted === '' || keyOf(line).includes(wanted)),
    )
  }, [inUnit, filter, focus, today, isMine, wanted, keyOf])
  return inUnit && counts && shown ? { inUnit, counts, focus, shown } : undefined
}

/** Those that are not a grade. */
const looks = ['mine', 'open', 'late', 'repeat', 'asked'] as const

function countFocuses(
  lines: readonly FindingLine[],
  isMine: (line: FindingLine) => boolean,
): Record<FindingFocus, number> {
  const counts = Object.fromEntries(findingFocuses.map(focus => [focus, 0])) as Record<FindingFocus, number>
  for (const line of lines) {
    counts[line.grade]++
    for (const focus of looks) if (isInFocus(line, focus, { isMine })) counts[focus]++
  }
  return counts
}

/** So many lines get their key at a time, while the page has nothing else to do. */
const portion = 500

/** What is searched in, without diacritics; made beforehand, bit by bit, so that the first letter need not wait. */
function useSearchKeys(
  lines: readonly FindingLine[] | undefined,
  nameOf: (unit: string) => string,
): { readonly keyOf: (line: FindingLine) => string; readonly areMade: boolean } {
  const [keys] = useState(() => new WeakMap<FindingLine, string>())
  const [made, setMade] = useState<readonly FindingLine[]>()
  const keyOf = useMemo(
    () =>
      (line: FindingLine): string => {
        const known = keys.get(line)
        if (known !== undefined) return known
        const { number, nature, clauses, unit } = line
        const key = searchKey(`${number} ${nature} ${clauses.join(' ')} ${nameOf(unit)}`)
        keys.set(line, key)
        return key
      },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- names of units do not change while one searches
    [keys],
  )
  useEffect(() => {
    const all = lines ?? []
    let at = 0
    let timer = setTimeout(next, 300)
    function next(): void {
      for (const line of all.slice(at, at + portion)) keyOf(line)
      at += portion
      if (at < all.length) timer = setTimeout(next)
      else setMade(lines)
    }
    return () => clearTimeout(timer)
  }, [lines, keyOf])
  return { keyOf, areMade: made === lines }
}
