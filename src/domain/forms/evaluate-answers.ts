import { err, ok, type Result } from '../../lib/result.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { CompiledForm } from './compile-form.ts'
import type { FormPlace } from './form-place.ts'
import { createFormSession, type FormSession } from './form-session.ts'
import type { AnswerValue, LocalText } from './form-version.ts'
import { listOpenRepeats, firstRowsIn } from './initial-answers.ts'
import { isInCounted } from './is-counted.ts'
import { isBlocking } from './question-state.ts'
import { countedRowId, keyInRow, type RepeatRow } from './row.ts'
import type { SessionClock } from './session-clock.ts'

/** How a question stands with the answers given. */
export interface Evaluated {
  /** As in XForms, without the root: `group/repeat[2]/question`. */
  readonly path: string
  readonly relevant: boolean
  readonly required: boolean
  readonly value: AnswerValue | null
  readonly valid: boolean
  readonly message: string | null
}

export type AnswersProblem =
  | { readonly type: 'unknownQuestion'; readonly name: string }
  | { readonly type: 'notAnAnswer'; readonly name: string }
  | { readonly type: 'notRows'; readonly name: string }

interface Given {
  readonly answers: Record<string, AnswerValue>
  readonly rows: Record<string, RepeatRow[]>
}

/**
 * Evaluates a form with answers by name or path (`{ age: 4, 'home/roof': 'tin', child: [{ name: 'An' }] }`): repeats
 * are lists of such objects. Questions left out are unanswered, after their defaults.
 */
export function evaluateAnswers(
  compiled: CompiledForm,
  json: Readonly<Record<string, JsonValue>>,
  clock: SessionClock,
): Result<readonly Evaluated[], AnswersProblem> {
  const given: Given = { answers: {}, rows: {} }
  const problem = take(compiled, json, compiled.places.root, '', given)
  if (problem) return err(problem)
  for (const repeat of listOpenRepeats(compiled))
    given.rows[repeat.id] ??= [...firstRowsIn(repeat, given.rows)]
  const session = createFormSession(
    compiled,
    { ...given, files: filesOf(compiled, given.answers), confirmed: {}, isNew: true },
    clock,
  )
  return ok(tellAll(compiled, session, clock.language ?? compiled.form.defaultLanguage ?? 'vi'))
}

function take(
  compiled: CompiledForm,
  json: Readonly<Record<string, JsonValue>>,
  from: FormPlace,
  row: string,
  given: Given,
): AnswersProblem | undefined {
  for (const [name, value] of Object.entries(json)) {
    const place = findPlace(compiled, name, from)
    if (!place) return { type: 'unknownQuestion', name }
    const problem = place.isRepeat
      ? takeRows(compiled, { name, value, place, row }, given)
      : place.question
        ? takeAnswer(place, { name, value, row }, given)
        : isObject(value)
          ? take(compiled, value, place, row, given)
          : ({ type: 'notAnAnswer', name } as const)
    if (problem) return problem
  }
  return undefined
}

function takeAnswer(
  { id, question }: FormPlace,
  { name, value, row }: { readonly name: string; readonly value: JsonValue; readonly row: string },
  { answers }: Given,
): AnswersProblem | undefined {
  if (value === null || value === '') return undefined
  const answer = toAnswer(question?.type ?? 'text', value)
  if (answer === undefined) return { type: 'notAnAnswer', name }
  answers[keyInRow(id, row)] = answer
  return undefined
}

function takeRows(
  compiled: CompiledForm,
  given: {
    readonly name: string
    readonly value: JsonValue
    readonly place: FormPlace
    readonly row: string
  },
  into: Given,
): AnswersProblem | undefined {
  const { name, value, place, row } = given
  if (!Array.isArray(value)) return { type: 'notRows', name }
  const parent = row === '' ? null : row
  const rows = (into.rows[place.id] ??= [])
  if (value.length === 0 && isInCounted(place))
    rows.push({ id: countedRowId(place.id, parent, 1), parent, isGone: true })
  for (const [at, one] of (value as readonly JsonValue[]).entries()) {
    if (!isObject(one)) return { type: 'notRows', name }
    const id = countedRowId(place.id, parent, at + 1)
    rows.push({ id, parent })
    const problem = take(compiled, one, place, id, into)
    if (problem) return problem
  }
  return undefined
}

/** By the path from where we are, by the whole path, or by the name alone. */
function findPlace({ places }: CompiledForm, name: string, from: FormPlace): FormPlace | undefined {
  const steps = name.split('/').filter(step => step !== '')
  const down = (start: FormPlace, names: readonly string[]): FormPlace | undefined =>
    names.reduce<FormPlace | undefined>(
      (place, step) => place?.children.find(child => child.name === step),
      start,
    )
  return (
    down(from, steps) ??
    down(places.root, steps[0] === places.root.name ? steps.slice(1) : steps) ??
    (steps.length === 1 ? places.byId.get(name) : undefined)
  )
}

const isObject = (value: JsonValue): value is Readonly<Record<string, JsonValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function toAnswer(type: string, value: JsonValue): AnswerValue | undefined {
  if (type === 'select_multiple' || type === 'rank') {
    if (typeof value === 'string') return value.split(/\s+/u).filter(word => word !== '')
    return Array.isArray(value) && value.every(word => typeof word === 'string') ? value : undefined
  }
  const isNumber = type === 'integer' || type === 'decimal' || type === 'range' || type === 'rating'
  if (typeof value === 'number') return isNumber || type === 'calculate' ? value : String(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return undefined
  return isNumber && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value
}

/** A file's name stands for the file. */
function filesOf(
  { questions }: CompiledForm,
  answers: Readonly<Record<string, AnswerValue>>,
): Record<string, readonly string[]> {
  const files = Object.entries(answers).filter(([key]) => {
    const type = questions.get(key.split('@')[0] ?? '')?.question.type
    return type === 'photo' || type === 'signature' || type === 'audio' || type === 'file'
  })
  return Object.fromEntries(files.map(([key, name]) => [key, [String(name)]]))
}

function tellAll(compiled: CompiledForm, session: FormSession, language: string): readonly Evaluated[] {
  const told: Evaluated[] = []
  const tell = (place: FormPlace, row: string, path: string): void => {
    const here = path === '' ? place.name : `${path}/${place.name}`
    if (place.isRepeat)
      session
        .rows(place.id, row)
        .forEach((id, at) => place.children.forEach(child => tell(child, id, `${here}[${at + 1}]`)))
    else if (place.question) told.push(tellOne(session, keyInRow(place.id, row), here, language))
    else for (const child of place.children) tell(child, row, here)
  }
  for (const place of compiled.places.root.children) tell(place, '', '')
  return told
}

function tellOne(session: FormSession, key: string, path: string, language: string): Evaluated {
  const { relevant, required, value, verdict, problem } = session.question(key)
  const said: LocalText | undefined = problem?.message && session.text(problem.message, key)
  return {
    path,
    relevant,
    required,
    value,
    valid: !isBlocking(verdict) || verdict === 'unconfirmed',
    message: problem ? (said?.[language] ?? said?.['vi'] ?? problem.code) : null,
  }
}
