export interface RowOrder {
  readonly column: string
  readonly descending: boolean
}

// Vietnamese order for both languages: names of people and places are Vietnamese (An < Ân < Dung < Đào).
const { compare } = new Intl.Collator('vi', { numeric: true })

/** A sorted copy; rows without a value stand last whichever way it goes. */
export function sortRows<Row>(
  rows: readonly Row[],
  sortBy: (row: Row) => string | number | null,
  descending: boolean,
): readonly Row[] {
  const sign = descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [left, right] = [sortBy(a), sortBy(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    const isNumbers = typeof left === 'number' && typeof right === 'number'
    return sign * (isNumbers ? left - right : compare(String(left), String(right)))
  })
}
