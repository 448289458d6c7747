import type { JsonValue } from '../../lib/json-value.ts'
import { parentOfFirstRow, splitKey } from '../forms/row.ts'
import { parseResponseField } from './response-fields.ts'
import { readRowPlace } from './row-place.ts'

interface Stored {
  readonly field: string
  readonly value: JsonValue
}

/** Tells which rows of repeats a field of a response lies in, the innermost first; none outside repeats. */
export function createRowsAround(stored: Iterable<Stored>): (one: Stored) => readonly string[] {
  const parents = new Map<string, string | null>()
  for (const { field, value } of stored) {
    const named = parseResponseField(field)
    const place = named?.kind === 'row' ? readRowPlace(value) : undefined
    if (named?.kind === 'row' && place) parents.set(named.row, place.parent)
  }
  const parentOf = (row: string): string | null => parents.get(row) ?? ownerOf(row)

  return one => {
    const rows = new Set<string>()
    // What tablets send may name each other in a circle.
    for (let row = startOf(one); row !== null && !rows.has(row); row = parentOf(row)) rows.add(row)
    return [...rows]
  }
}

function startOf({ field, value }: Stored): string | null {
  const named = parseResponseField(field)
  if (named?.kind === 'row') return readRowPlace(value)?.parent ?? parentOfFirstRow(named.repeat, named.row)
  if (!named || !('question' in named)) return null
  return splitKey(named.question).row || null
}

/** Rows that come by themselves have the row around in their id: `<row>.<repeat>.<number>`. */
const ownerOf = (row: string): string | null => /^(.+)\.[^.]+\.\d+$/u.exec(row)?.[1] ?? null
