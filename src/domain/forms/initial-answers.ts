import type { CompiledForm } from './compile-form.ts'
import { createFormSession } from './form-session.ts'
import type { FormPlace } from './form-place.ts'
import type { AnswerValue } from './form-version.ts'
import { isCounted } from './is-counted.ts'
import { countedRowId, type RepeatRow, type RowsByRepeat } from './row.ts'
import type { Metadata, SessionClock } from './session-clock.ts'

/**
 * The answers a new response starts with: metadata, and every `default`, evaluated once, in the order of the
 * form; later ones see earlier ones. A default that comes to nothing is left out.
 */
export function initialAnswers(
  compiled: CompiledForm,
  clock: SessionClock,
  metadata: Metadata = {},
): Readonly<Record<string, AnswerValue>> {
  const known: Record<string, AnswerValue> = {}
  for (const [id, { question }] of compiled.questions) {
    if ((compiled.places.byId.get(id)?.repeats.length ?? 0) > 0) continue
    const value = question.type === 'metadata' ? metadata[question.source] : undefined
    if (value !== undefined) known[id] = value
  }
  const start = { answers: known, files: {}, confirmed: {}, rows: firstRows(compiled), isNew: true }
  const session = createFormSession(compiled, start, { ...clock, metadata: () => metadata })
  const given = [...session.takeGiven()].filter((entry): entry is [string, AnswerValue] => entry[1] !== null)
  return { ...known, ...Object.fromEntries(given) }
}

/** As in ODK, a repeat without a count begins with one row, and so do the repeats in it. */
export function firstRows(form: CompiledForm): RowsByRepeat {
  const rows: Record<string, readonly RepeatRow[]> = {}
  for (const repeat of listOpenRepeats(form)) rows[repeat.id] = firstRowsIn(repeat, rows)
  return rows
}

/** The repeats that people add rows to, outer ones before inner ones. */
export const listOpenRepeats = ({ places }: CompiledForm): readonly FormPlace[] =>
  [...places.byId.values()].filter(place => place.isRepeat && !isCounted(place))

/** The one row that a repeat has from the start, in each row of the repeat around it. */
export function firstRowsIn({ id, repeats }: FormPlace, rows: RowsByRepeat): readonly RepeatRow[] {
  const around = repeats.at(-1)
  const parents = around ? (rows[around.id] ?? []).flatMap(row => (row.isGone ? [] : [row.id])) : [null]
  return parents.map(parent => ({ id: countedRowId(id, parent, 1), parent }))
}
