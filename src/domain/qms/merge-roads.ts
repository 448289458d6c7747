import type { StoredField } from '../audits/stored-field.ts'
import { parseRoadField } from './road-fields.ts'

/** What belongs to the commune, whatever programme it is in; the rest of a road is the programme's. */
const ofCommune: ReadonlySet<string> = new Set(['staff', 'procedure', 'exclusion', 'target'])

/**
 * A commune's road in a programme: of its staff, scope and targets what was recorded last in any programme, so that a
 * commune that goes on in another one begins with what it has. Fields come out in their order.
 */
export function mergeRoads(
  own: readonly StoredField[],
  others: readonly (readonly StoredField[])[],
): readonly StoredField[] {
  const newest = new Map(own.map(field => [field.field, field]))
  for (const field of others.flat()) {
    if (!ofCommune.has(parseRoadField(field.field)?.kind ?? '')) continue
    const known = newest.get(field.field)
    if (!known || field.at > known.at) newest.set(field.field, field)
  }
  return [...newest.values()].sort((a, b) => (a.field < b.field ? -1 : 1))
}
