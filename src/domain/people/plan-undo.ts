import type { JsonValue } from '../../lib/json-value.ts'
import { err, ok, type Result } from '../../lib/result.ts'

/** A field as a change of units set it. */
export interface WrittenField {
  readonly type: string
  readonly thing: string
  readonly field: string
  /** What it was before; null when it was not there. */
  readonly before: JsonValue
  /** Nobody has set it since. */
  readonly isStill: boolean
}

/** What came after a change of units and leans on it, so that it cannot be undone. */
export type UndoObstacle =
  | { readonly type: 'changedSince'; readonly kind: string; readonly thing: string; readonly field: string }
  /** There is work in a unit that it founded: how many things, by their type. */
  | { readonly type: 'unitUsed'; readonly unit: string; readonly things: Readonly<Record<string, number>> }
  | { readonly type: 'assignedSince'; readonly unit: string; readonly person: string }
  | { readonly type: 'foundedBelow'; readonly unit: string }
  /** A programme has taken in a unit that it founded. */
  | { readonly type: 'joinedSince'; readonly unit: string; readonly programme: string }

export interface Undoing {
  readonly written: readonly WrittenField[]
  /** What leans on the units that were founded: things in them, roles and units that came later. */
  readonly leaning: readonly UndoObstacle[]
}

/** The fields as they were before, if nothing that came later leans on the change; else all that does. */
export function planUndo({
  written,
  leaning,
}: Undoing): Result<
  readonly (Omit<WrittenField, 'before' | 'isStill'> & { readonly value: JsonValue })[],
  readonly UndoObstacle[]
> {
  const obstacles: UndoObstacle[] = written
    .filter(({ isStill }) => !isStill)
    .map(({ type: kind, thing, field }) => ({ type: 'changedSince', kind, thing, field }))
  const all = [...obstacles, ...leaning]
  if (all.length > 0) return err(all)
  return ok(written.map(({ type, thing, field, before: value }) => ({ type, thing, field, value })))
}
