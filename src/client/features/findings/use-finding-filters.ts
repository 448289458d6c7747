import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import {
  ages,
  findingFocuses,
  type Age,
  type FindingFilter,
  type FindingFocus,
} from '../../../domain/audits/finding-filter.ts'
import { findingStates, type FindingState } from '../../../domain/audits/finding-state.ts'

const names = ['focus', 'unit', 'state', 'clause', 'age'] as const
type FilterName = (typeof names)[number]

/** In the address when a person has let go of every focus: without any, the page chooses one. */
const noFocus = 'all'

export interface FindingFilters {
  readonly filter: Required<FindingFilter>
  /** Whether the address says what to look at; if not, the page chooses. */
  readonly isChosen: boolean
  readonly set: (name: FilterName, value: string | null) => void
}

/** What the findings are narrowed to; it stands in the address, so that figures lead here and "back" comes back. */
export function useFindingFilters(): FindingFilters {
  const [query, setQuery] = useSearchParams()
  const focus = query.get('focus')
  const filter = useMemo(
    () => ({
      focus: oneOf<FindingFocus>(findingFocuses, query.get('focus')),
      unit: query.get('unit'),
      state: oneOf<FindingState>(findingStates, query.get('state')),
      clause: query.get('clause'),
      age: oneOf<Age>(ages, query.get('age')),
    }),
    [query],
  )
  const set = useCallback(
    (name: FilterName, value: string | null) =>
      setQuery(
        before => {
          const next = new URLSearchParams(before)
          if (name === 'focus') next.set(name, value ?? noFocus)
          else if (value === null) next.delete(name)
          else next.set(name, value)
          return next
        },
        { replace: true },
      ),
    [setQuery],
  )
  const isChosen = focus !== null || filter.state !== null || filter.clause !== null || filter.age !== null
  return { filter, isChosen, set }
}

/** Where the findings that pass a filter are listed. */
export function findingsAddress(filter: FindingFilter): string {
  const query = new URLSearchParams({ focus: filter.focus ?? noFocus })
  for (const name of names) {
    const value = filter[name]
    if (name !== 'focus' && value) query.set(name, value)
  }
  return `/findings?${query.toString()}`
}

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find(one => one === value) ?? null
