import type { CompiledForm } from '../forms/compile-form.ts'
import type { FormPlace } from '../forms/form-place.ts'
import { firstRowsIn, listOpenRepeats } from '../forms/initial-answers.ts'
import { isInCounted } from '../forms/is-counted.ts'
import { parentOfFirstRow, type RepeatRow, type RowsByRepeat } from '../forms/row.ts'
import type { Response } from './response.ts'

/**
 * The rows of every repeat that people add to: those recorded, and the first one of each, which is there from the
 * start unless it was removed.
 */
export function listRows(form: CompiledForm, { rows: recorded }: Pick<Response, 'rows'>): RowsByRepeat {
  const found: Record<string, readonly RepeatRow[]> = {}
  for (const repeat of listOpenRepeats(form)) {
    const places = new Map(Object.entries(recorded[repeat.id] ?? {}))
    for (const row of firstRowsIn(repeat, found))
      if (!places.has(row.id)) places.set(row.id, { parent: row.parent, order: 0 })
    const kept = [...places]
      .flatMap(([id, place]) => (place ? [{ id, ...place }] : []))
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
      .map(({ id, parent }) => ({ id, parent }))
    const gone = isInCounted(repeat)
      ? [...places].flatMap(([id, place]) => (place ? [] : goneFirst(repeat, id)))
      : []
    found[repeat.id] = [...kept, ...gone]
  }
  return found
}

/** A first row that was removed. */
function goneFirst(repeat: FormPlace, id: string): readonly RepeatRow[] {
  const parent = parentOfFirstRow(repeat.id, id)
  return parent === null ? [] : [{ id, parent, isGone: true }]
}
