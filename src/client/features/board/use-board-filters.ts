import { useSearchParams } from 'react-router'
import { communeStates, type BoardRow } from '../../../domain/reports/board/board-row.ts'
import { searchKey } from '../../../lib/search-key.ts'
import { cellState, cellStates } from './cell-state.ts'

const names = ['district', 'step', 'officer', 'state', 'q'] as const
type FilterName = (typeof names)[number]

export interface BoardFilters {
  readonly values: Readonly<Record<FilterName, string | null>>
  readonly isFiltered: boolean
  /** Of the step that is chosen, or of the whole road. */
  readonly states: readonly string[]
  readonly set: (name: FilterName, value: string | null) => void
  readonly clear: () => void
  /** All but the state, which is counted by itself. */
  readonly passes: (row: BoardRow, answersFor: (person: string, row: BoardRow) => boolean) => boolean
  readonly stateOf: (row: BoardRow) => string | undefined
}

/** What the board is narrowed to; it stands in the address, so that "back" comes to the same board. */
export function useBoardFilters(): BoardFilters {
  const [query, setQuery] = useSearchParams()
  const values = Object.fromEntries(names.map(name => [name, query.get(name)])) as BoardFilters['values']
  const { district, step, officer, q } = values
  const wanted = searchKey(q ?? '')
  return {
    values,
    isFiltered: names.some(name => values[name] !== null),
    states: step === null ? communeStates : cellStates,
    set: (name, value) =>
      setQuery(
        before => {
          const next = new URLSearchParams(before)
          if (value === null || value === '') next.delete(name)
          else next.set(name, value)
          // States of a step are not those of a road.
          if (name === 'step' && (before.get('step') === null) !== (value === null)) next.delete('state')
          return next
        },
        { replace: true },
      ),
    clear: () => setQuery({}, { replace: true }),
    passes: (row, answersFor) =>
      (district === null || row.district?.id === district) &&
      (officer === null || answersFor(officer, row)) &&
      (wanted === '' || searchKey(`${row.unit.fullName} ${row.district?.fullName ?? ''}`).includes(wanted)),
    stateOf(row) {
      if (step === null) return row.state
      const cell = row.standing?.steps.find(({ id }) => id === step)
      return cell && cellState(cell)
    },
  }
}
