import { addDays } from '../../lib/calendar-day.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import type { Directory } from './directory.ts'
import { moveAssignments, type MovedRole } from './move-assignments.ts'
import { noteConflicts, type UnitsNote } from './note-conflicts.ts'
import { resolveUnitsChange, type UnitsProblem } from './resolve-units-change.ts'
import { isValidOn, type Unit } from './unit.ts'
import type { UnitsChange } from './units-change.ts'

/** A field of the reference feed, as the change sets it. */
export interface UnitsChangeField {
  readonly type: 'unit' | 'person'
  readonly thing: string
  readonly field: string
  readonly value: JsonValue
}

export interface UnitsPlan {
  readonly on: string
  /** Units that end, as they will be: with last day and, for communes, successor. */
  readonly ended: readonly Unit[]
  readonly begun: readonly Unit[]
  readonly moved: readonly MovedRole[]
  readonly notes: readonly UnitsNote[]
  /** All of it as fields: written together, or not at all. */
  readonly fields: readonly UnitsChangeField[]
}

/**
 * What a reform of units does: units that end and begin, and where each person's role goes on. Pure; nothing of it is
 * there before all `fields` are written in one commit.
 * @param choices the keeper of the records, by code of the commune that ends, where the change leaves it open
 */
export function planUnitsChange(
  change: UnitsChange,
  directory: Directory,
  choices: Readonly<Record<string, string>> = {},
): Result<UnitsPlan, readonly UnitsProblem[]> {
  const { tree, assignments } = directory
  const resolved = resolveUnitsChange(change, tree, choices)
  if (!resolved.ok) return err(resolved.error)
  const { begun, keeperOf } = resolved.value
  const { on } = change
  const last = addDays(on, -1)
  const districts = change.endsDistricts
    ? tree.units.filter(unit => unit.kind === 'district' && isValidOn(unit, last) && unit.to !== last)
    : []
  const communes = [...keeperOf].flatMap(([id, successor]) => {
    const unit = tree.get(id)
    return unit ? [{ ...unit, to: last, successor }] : []
  })
  const ended: readonly Unit[] = [...districts.map(unit => ({ ...unit, to: last })), ...communes]
  const ending = new Set(districts.map(({ id }) => id))
  const codes = new Map([...tree.units, ...begun].map(unit => [unit.id, unit.code]))

  function successorsOf(id: string): readonly string[] {
    const keeper = keeperOf.get(id)
    if (keeper !== undefined) return [keeper]
    if (!ending.has(id)) return []
    return [...new Set(tree.subtree(id).flatMap(unit => keeperOf.get(unit.id) ?? []))]
  }

  const { changes, moved } = moveAssignments({
    on,
    assignments,
    successorsOf,
    codeOf: id => codes.get(id) ?? id,
  })
  const unitField = ({ id, ...unit }: Unit): UnitsChangeField => ({
    type: 'unit',
    thing: id,
    field: 'unit',
    value: { ...unit },
  })
  return ok({
    on,
    ended,
    begun,
    moved,
    notes: noteConflicts(moved, resolved.value.splits),
    fields: [
      ...begun.map(unitField),
      ...ended.map(unitField),
      ...changes.map(({ person, id, value }) => ({
        type: 'person' as const,
        thing: person,
        field: `assignments/${id}`,
        value,
      })),
    ],
  })
}
