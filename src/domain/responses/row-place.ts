import type { JsonValue } from '../../lib/json-value.ts'

/** Where an added row stands: in which row of the repeat around it, and after which of its siblings. */
export interface RowPlace {
  readonly parent: string | null
  /** Rows stand in ascending order; of two with the same, the smaller id comes first. */
  readonly order: number
}

export function readRowPlace(value: JsonValue): RowPlace | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { parent, order } = value as Record<string, JsonValue>
  const isRow = parent === null || (typeof parent === 'string' && parent.length <= 1000)
  return isRow && typeof order === 'number' && Number.isFinite(order) ? { parent, order } : undefined
}
