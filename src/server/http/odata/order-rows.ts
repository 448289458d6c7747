import type { EdmValue, Row } from './edm.ts'
import type { OrderBy } from './parse-query.ts'

interface RowOrder {
  readonly compare: (a: Row, b: Row) => number
  /** What a row is ordered by, its id last, so that no two rows are alike. */
  readonly keyOf: (row: Row) => EdmValue[]
  readonly isAfter: (row: Row, key: readonly EdmValue[]) => boolean
}

/** `$orderby`: null is the least (OData 4.0 part 1, 11.2.5.2); texts by their characters' numbers. */
export function createRowOrder(orderBy: readonly OrderBy[]): RowOrder {
  const keyOf = (row: Row): EdmValue[] => [...orderBy.map(({ property }) => row[property] ?? null), row.id]
  function compareKeys(a: readonly EdmValue[], b: readonly EdmValue[]): number {
    for (let at = 0; at <= orderBy.length; at++) {
      const difference = compareValues(a[at] ?? null, b[at] ?? null)
      if (difference !== 0) return orderBy[at]?.isDescending ? -difference : difference
    }
    return 0
  }
  return {
    compare: (a, b) => compareKeys(keyOf(a), keyOf(b)),
    keyOf,
    isAfter: (row, key) => compareKeys(keyOf(row), key) > 0,
  }
}

function compareValues(a: EdmValue, b: EdmValue): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}
