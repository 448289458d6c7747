import langson2025 from '../../../content/units/langson-2025.json' with { type: 'json' }
import type { JsonValue } from '../../../lib/json-value.ts'
import { readUnitsChange, type UnitsChange } from '../../../domain/people/units-change.ts'

/** The reorganisation of Lạng Sơn on 1 July 2025: 226 communes become 65, districts end. */
export function builtInChange(): UnitsChange {
  const change = readUnitsChange(langson2025 as JsonValue)
  if (!change) throw new Error('the built-in change of units has another shape')
  return change
}
