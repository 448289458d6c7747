import type { JsonValue } from '../../../lib/json-value.ts'
import { isSameJson } from '../../../lib/json-value.ts'
import type { CompiledForm } from '../../../domain/forms/compile-form.ts'
import type { AnswerValue } from '../../../domain/forms/form-version.ts'
import { hiddenState } from '../../../domain/forms/judge-answer.ts'
import type { FormSession } from '../../../domain/forms/form-session.ts'
import { openSession } from '../../../domain/responses/form-session.ts'
import { parseResponseField, responseFields } from '../../../domain/responses/response-fields.ts'
import {
  filesByQuestion,
  longestText,
  readResponse,
  type Response,
} from '../../../domain/responses/response.ts'
import { returnedQuestions } from '../../../domain/responses/returned-questions.ts'
import type { SessionClock } from '../../../domain/forms/session-clock.ts'
import { parentOfFirstRow, splitKey } from '../../../domain/forms/row.ts'
import { listRows } from '../../../domain/responses/list-rows.ts'
import type { RowPlace } from '../../../domain/responses/row-place.ts'
import type { Row } from '../../../sync/replica/row.ts'
import {
  createFieldSaver,
  type FieldSaver,
  type SaveChanges,
  type Timing,
} from '../../context/field-saver.ts'
import { listConflicts, type ConflictView } from '../../context/list-conflicts.ts'
import { viewQuestion, type QuestionView } from './question-view.ts'

/**
 * One response open on the screen: the engine's state, what is stored, and what is being saved, question by
 * question. A view keeps its identity until something the question shows has changed.
 */
export interface Filling {
  readonly form: CompiledForm
  readonly session: FormSession
  response: () => Response
  /** As they are stored. */
  rows: () => readonly Row[]
  /** All that nobody has settled yet. */
  conflicts: () => readonly ConflictView[]
  /** The questions to be looked at again. */
  returned: () => ReadonlySet<string>
  view: (question: string) => QuestionView
  /** Calls back when one of these questions' views changed; `null` listens to all. */
  subscribe: (question: string | null, listener: () => void) => () => void
  /** Grows with every change, for screens that show a summary. */
  revision: () => number
  applyRows: (rows: readonly Row[]) => void
  answer: (question: string, value: AnswerValue | null, timing: Timing) => void
  confirm: (question: string, value: AnswerValue) => void
  note: (question: string, text: string, timing: Timing) => void
  /** Adds a row at the end of a repeat, within a row of the repeat around it (`''`: none); gives its id. */
  addRow: (repeat: string, around: string) => string
  /** Takes a row away; its answers stay stored and come back with `restoreRow`. */
  removeRow: (repeat: string, row: string) => void
  restoreRow: (repeat: string, row: string) => void
  /** Saves what waits; resolves when all of it is saved or has failed. */
  flush: () => Promise<void>
  /** Tries again to save what could not be saved. */
  retry: () => void
  /** Something the person entered is not in the database. */
  hasUnsaved: () => boolean
}

interface Parts {
  readonly form: CompiledForm
  readonly rows: readonly Row[]
  readonly clock: SessionClock
  readonly newRowId: () => string
  readonly save: SaveChanges
  /** When the save of a tap begins; left out: at once. */
  readonly begin?: ((save: () => void) => void) | undefined
}

export function createFilling({ form, rows, clock, newRowId, save, begin }: Parts): Filling {
  let stored = new Map(rows.map(row => [row.field, row]))
  let response = readStored(stored)
  let returned = returnedQuestions(response)
  let conflicts = listConflicts(stored)
  let revision = 0
  const session = openSession(form, response, clock)
  const views = new Map<string, QuestionView>()
  const listeners = new Map<string | null, Set<() => void>>()
  /** Fields whose text is too long to be saved. */
  const tooLong = new Set<string>()
  const saver: FieldSaver = createFieldSaver({ save, begin, onChange: field => touch(questionsOf([field])) })

  /** Where removed rows stood, for undo. */
  const removed = new Map<string, RowPlace>()
  const parentOf = (repeat: string, row: string): string | null =>
    listRows(form, response)[repeat]?.find(one => one.id === row)?.parent ?? parentOfFirstRow(repeat, row)

  for (const row of rows) saver.show(row.field, row.op)

  function touch(questions: Iterable<string>): void {
    for (const question of questions) {
      views.delete(question)
      for (const listener of listeners.get(question) ?? []) listener()
    }
    // Also when no question changed: a move changes the response as a whole.
    revision++
    for (const listener of listeners.get(null) ?? []) listener()
  }

  function view(question: string): QuestionView {
    const known = views.get(question)
    if (known) return known
    const made = viewQuestion(question, {
      // A row that was just taken away is asked once more before its questions leave the screen.
      state: session.has(question) ? session.question(question) : hiddenState,
      response,
      stored,
      conflicts: conflicts.filter(conflict => conflict.question === question),
      isReturned: returned.has(question),
      isTooLong: tooLong.has(responseFields.answer(question)),
      saving: field => saver.state(field),
    })
    views.set(question, made)
    return made
  }

  function applyRows(next: readonly Row[]): void {
    const before = stored
    stored = new Map(next.map(row => [row.field, row]))
    const fields = [...stored.keys(), ...before.keys()].filter(
      field => stored.get(field) !== before.get(field) && !isSameRow(stored.get(field), before.get(field)),
    )
    if (fields.length === 0) return
    response = readStored(stored)
    const wasReturned = returned
    returned = returnedQuestions(response)
    conflicts = listConflicts(stored)
    const atStake = fields.flatMap(field => [
      fieldAtStake(stored.get(field)),
      fieldAtStake(stored.get(field.replace(/^settled\//u, 'conflicts/'))),
    ])
    const changed = new Set([...questionsOf([...fields, ...atStake]), ...wasReturned, ...returned])
    const files = filesByQuestion(response)
    const rowsOf = new Set<string>()
    for (const field of fields) {
      // What the person is typing or saving right now is newer than anything that was stored before it; so is what
      // stands there to be shortened.
      if (saver.isDirty(field) || tooLong.has(field)) continue
      saver.show(field, stored.get(field)?.op ?? null)
      const parsed = parseResponseField(field)
      if (parsed?.kind === 'row') {
        // What is stored says it from here on: another tablet may have taken the row away.
        unstoredRows.get(parsed.repeat)?.delete(parsed.row)
        rowsOf.add(parsed.repeat)
      }
      if (!parsed || !('question' in parsed) || !form.questions.has(splitKey(parsed.question).id)) continue
      const { question } = parsed
      if (parsed.kind === 'answer')
        add(changed, session.setAnswer(question, response.answers[question] ?? null))
      if (parsed.kind === 'evidence') add(changed, session.setFiles(question, files[question] ?? []))
      if (parsed.kind === 'confirmed')
        add(changed, session.confirm(question, response.confirmed[question] ?? ''))
    }
    add(changed, layRows(rowsOf))
    touch(changed)
  }

  /** Tells the engine of the rows as they are stored and as this screen has just changed them. */
  function layRows(repeats: ReadonlySet<string>): readonly string[] {
    if (repeats.size === 0) return []
    const next = listRows(form, { rows: { ...response.rows, ...ownRows(response.rows) } })
    // A row that went may take rows of the repeats in it along.
    return Object.entries(next).flatMap(([repeat, rows]) => session.setRows(repeat, rows))
  }

  /** Changes of rows that are not stored yet. */
  const unstoredRows = new Map<string, Map<string, RowPlace | null>>()
  const ownRows = (stored: Response['rows']): Response['rows'] =>
    Object.fromEntries(
      [...unstoredRows].map(([repeat, own]) => [repeat, { ...stored[repeat], ...Object.fromEntries(own) }]),
    )

  function placeRow(repeat: string, row: string, place: RowPlace | null): void {
    const own = unstoredRows.get(repeat) ?? new Map<string, RowPlace | null>()
    unstoredRows.set(repeat, own.set(row, place))
    saver.put(responseFields.row(repeat, row), place && { ...place }, 'now')
    touch(new Set([...layRows(new Set([repeat])), ...keepGiven()]))
  }

  /** Answers that the form gave are saved like a person's, but only after a person did something. Gives their questions. */
  function keepGiven(): readonly string[] {
    const given = [...session.takeGiven()]
    for (const [key, value] of given) saver.put(responseFields.answer(key), value as JsonValue, 'now')
    return given.map(([key]) => key)
  }

  const placeOf = (repeat: string, row: string): RowPlace | null | undefined => {
    const own = unstoredRows.get(repeat)
    return own?.has(row) ? own.get(row) : response.rows[repeat]?.[row]
  }

  function answer(question: string, value: AnswerValue | null, timing: Timing): void {
    const changed = new Set(session.setAnswer(question, value))
    changed.add(question)
    put(responseFields.answer(question), value, timing)
    add(changed, keepGiven())
    touch(changed)
  }

  function put(field: string, value: AnswerValue | null, timing: Timing): void {
    if (typeof value === 'string' && value.length > longestText) {
      // Not saved: what was saved before stays, and the text stays on the screen to be shortened.
      tooLong.add(field)
      saver.forget(field)
    } else {
      tooLong.delete(field)
      saver.put(field, value === '' ? null : (value as JsonValue), timing)
    }
  }

  return {
    form,
    session,
    response: () => response,
    rows: () => [...stored.values()],
    conflicts: () => conflicts,
    returned: () => returned,
    view,
    revision: () => revision,
    subscribe(question, listener) {
      const set = listeners.get(question) ?? new Set()
      listeners.set(question, set.add(listener))
      return () => set.delete(listener)
    },
    applyRows,
    answer,
    confirm(question, value) {
      const changed = session.confirm(question, value)
      saver.put(responseFields.confirmed(question), value as JsonValue, 'now')
      touch(new Set([...changed, question]))
    },
    note(question, text, timing) {
      put(responseFields.note(question), text, timing)
      touch([question])
    },
    addRow(repeat, around) {
      const row = newRowId()
      const orders = session.rows(repeat, around).map(id => placeOf(repeat, id)?.order ?? 0)
      placeRow(repeat, row, { parent: around || null, order: Math.max(0, ...orders) + 1 })
      return row
    },
    removeRow(repeat, row) {
      removed.set(row, placeOf(repeat, row) ?? { parent: parentOf(repeat, row), order: 0 })
      placeRow(repeat, row, null)
    },
    restoreRow(repeat, row) {
      const place = removed.get(row)
      if (place) placeRow(repeat, row, place)
    },
    flush: () => saver.flush(),
    retry: () => saver.retry(),
    hasUnsaved: () => saver.hasFailed() || tooLong.size > 0,
  }
}

const readStored = (stored: ReadonlyMap<string, Row>): Response =>
  readResponse(
    [...stored.values()].map(({ field, value, author, at, seq }) => ({
      field,
      value,
      author,
      at,
      order: seq,
    })),
  )

function questionsOf(fields: Iterable<string>): Set<string> {
  const questions = new Set<string>()
  for (const name of fields) {
    const field = parseResponseField(name)
    if (field && 'question' in field) questions.add(field.question)
  }
  return questions
}

/** A settled or new conflict changes what the question shows whose value was at stake. */
function fieldAtStake(row: Row | undefined): string {
  const value = row?.field.startsWith('conflicts/') ? row.value : null
  return typeof value === 'object' && value !== null && 'field' in value ? (value['field'] as string) : ''
}

const isSameRow = (a: Row | undefined, b: Row | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.seq === b.seq &&
  a.pending === b.pending &&
  a.author === b.author &&
  isSameJson(a.value, b.value)

function add<T>(to: Set<T>, items: Iterable<T>): void {
  for (const item of items) to.add(item)
}
