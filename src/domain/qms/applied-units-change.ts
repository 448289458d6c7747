import { isRecord, type JsonValue } from '../../lib/json-value.ts'

/** A change of units that was carried out: a thing of the reference feed. Fields: `applied`, then perhaps `undone` = true. */
export const unitsChangeType = 'unitsChange'

export interface AppliedUnitsChange {
  readonly id: string
  /** First day of the new units, `YYYY-MM-DD`. */
  readonly on: string
  readonly communes: number
  readonly units: number
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly isUndone: boolean
}

interface Field {
  readonly thing: string
  readonly field: string
  readonly value: JsonValue
  readonly author: string
  readonly at: number
}

export const unitsChangeThing = (on: string, number: number): string => `unitsChange.${on}.${number}`

/** The changes that were carried out, the newest last. */
export function listAppliedChanges(fields: Iterable<Field>): readonly AppliedUnitsChange[] {
  const undone = new Set<string>()
  const applied: Omit<AppliedUnitsChange, 'isUndone'>[] = []
  for (const { thing: id, field, value, author: by, at } of fields) {
    if (field === 'undone' && value === true) undone.add(id)
    if (field !== 'applied' || !isRecord(value)) continue
    const { on, communes, units } = value
    if (typeof on === 'string' && typeof communes === 'number' && typeof units === 'number')
      applied.push({ id, on, communes, units, by, at })
  }
  return applied.sort((a, b) => a.at - b.at).map(one => ({ ...one, isUndone: undone.has(one.id) }))
}
