import { isSameJson } from '../../lib/json-value.ts'
import { answerToScalar } from './answer-to-scalar.ts'
import type { CompiledForm } from './compile-form.ts'
import { fillText } from './fill-text.ts'
import type { AnswerValue, LocalText, Option } from './form-version.ts'
import type { Instance } from './instance.ts'
import { isAnsweredByFiles } from './is-answered-by-files.ts'
import { hiddenState, judgeAnswer } from './judge-answer.ts'
import type { QuestionState } from './question-state.ts'
import { scalarToAnswer } from './scalar-to-answer.ts'
import { keyInRow, type RepeatRow, type RowsByRepeat } from './row.ts'
import type { Progress, SectionState } from './section-state.ts'
import type { SessionClock } from './session-clock.ts'
import { createSessionSummary, type FormScore, type OpenQuestion } from './session-summary.ts'
import { createSessionValues, type Recomputed } from './session-values.ts'

/** What a response holds when a session opens. Entries for questions that the form does not have are passed over. */
export interface SessionStart {
  readonly answers: Readonly<Record<string, AnswerValue>>
  /** SHA-256 of photos and signatures, by key. */
  readonly files: Readonly<Record<string, readonly string[]>>
  /** Values that broke a soft constraint and that the person stood by. */
  readonly confirmed: Readonly<Record<string, AnswerValue>>
  /** Rows that people added; those that a count asks for come by themselves. */
  readonly rows?: RowsByRepeat
  /** The response begins now: every default is evaluated. */
  readonly isNew?: boolean
}

/**
 * One form being filled. Questions go by their key: the id, and in a row of a repeat `id@row`. Everything it returns
 * is immutable, and the same object as long as nothing in it changed. The ones that change something return the keys
 * of the questions whose state is another one now.
 */
export interface FormSession {
  readonly setAnswer: (key: string, value: AnswerValue | null) => readonly string[]
  /** Files answer photo and signature questions, and are evidence elsewhere. */
  readonly setFiles: (key: string, sha256: readonly string[]) => readonly string[]
  /** The person stands by a value that breaks a soft constraint; null takes it back. */
  readonly confirm: (key: string, value: AnswerValue | null) => readonly string[]
  /** The rows that people added to a repeat, of all rows around it. */
  readonly setRows: (repeatId: string, rows: readonly RepeatRow[]) => readonly string[]
  /** Ids of the rows that a repeat has within a row of the one around it (`''`: there is none around it). */
  readonly rows: (repeatId: string, around: string) => readonly string[]
  /** Whether a group or repeat is shown. */
  readonly isShown: (key: string) => boolean
  /** True when there is such a question now. */
  readonly has: (key: string) => boolean
  /** Throws for a key that is not there. */
  readonly question: (key: string) => QuestionState
  /** What is offered now, after filter and shuffling; nothing for a question that has no options. */
  readonly options: (key: string) => readonly Option[]
  /** A text with the values of the questions it names filled in. */
  readonly text: (text: LocalText, key: string) => LocalText
  /** Every question there is now, in the order of the form. */
  readonly keys: () => readonly string[]
  readonly section: (sectionId: string) => SectionState
  readonly progress: () => Progress
  readonly score: () => FormScore
  /** What blocks sending, in the order of the form. */
  readonly missing: () => readonly OpenQuestion[]
  /** The next question that blocks sending, from the top again after the last; null when there is none. */
  readonly nextOpen: (afterKey?: string) => string | null
  /**
   * Answers that the form gave since the last call: defaults of new rows, triggered calculations, once(). To be kept
   * like those of a person; null takes one back.
   */
  readonly takeGiven: () => ReadonlyMap<string, AnswerValue | null>
  /** Visible answers, computed ones among them. Photos, recordings and documents are in `exportedFiles`. */
  readonly exportedAnswers: () => Readonly<Record<string, AnswerValue>>
  readonly exportedFiles: () => Readonly<Record<string, readonly string[]>>
}

/** Opens a session on the answers so far. */
export function createFormSession(
  compiled: CompiledForm,
  start: SessionStart,
  clock: SessionClock,
): FormSession {
  const answers = new Map(Object.entries(start.answers))
  const files = new Map(Object.entries(start.files))
  const confirmed = new Map(Object.entries(start.confirmed))
  const rows = new Map(Object.entries(start.rows ?? {}))
  const values = createSessionValues(compiled, { answers, files, rows }, clock)
  const { tree } = values
  const states = new Map<string, QuestionState>()
  const given = new Map<string, AnswerValue | null>()
  const clockNodes = compiled.nodes.filter(node => node.expressions.readsClock)
  let day = clock.today()

  const stateOf = (key: string): QuestionState => {
    const state = states.get(key)
    if (!state) throw new Error(`The form has no question ${key}`)
    return state
  }
  const summary = createSessionSummary(compiled, tree, stateOf)

  function judge(instance: Instance): QuestionState {
    const { key, node } = instance
    if (!instance.relevant || !node.question) return hiddenState
    return judgeAnswer(node.question, node.expressions, {
      answer: instance.answer,
      options: instance.options,
      files: files.get(key) ?? [],
      confirmed: confirmed.get(key),
      holds: (expression, otherwise) => values.holds(expression, instance, otherwise),
    })
  }

  function take(result: Recomputed): readonly string[] {
    const changed: string[] = [...result.removed]
    for (const key of result.removed) states.delete(key)
    for (const [key, value] of result.given) given.set(key, value)
    if (result.rowsChanged) summary.forgetOrder()
    for (const instance of result.verdicts) {
      const { key, node } = instance
      if (instance.kind !== 'question') continue
      const state = judge(instance)
      const before = states.get(key)
      if (before && isSameJson(before, state)) {
        // Its options or texts may have changed all the same.
        if (instance.options || node.expressions.hasLiveTexts) changed.push(key)
        continue
      }
      states.set(key, state)
      summary.forget(node.place.sectionId)
      changed.push(key)
    }
    return [...changed, ...giveDefaults(result.added)]
  }

  function update(instances: Iterable<Instance>): readonly string[] {
    const due = new Set(instances)
    const today = clock.today()
    if (today !== day)
      for (const node of clockNodes) for (const instance of tree.listOf(node.key)) due.add(instance)
    day = today
    return take(values.recompute(due))
  }
  const at = (key: string): readonly Instance[] => {
    const found = tree.find(key)
    return found ? [found] : []
  }

  /** Evaluates defaults and takes metadata, in the order of the form; later ones see earlier ones. */
  function giveDefaults(instances: readonly Instance[]): readonly string[] {
    const changed: string[] = []
    for (const instance of instances) {
      const { key, node } = instance
      const { question, expressions } = node
      if (!question || answers.has(key)) continue
      if (question.type !== 'metadata' && (!expressions.default || question.trigger)) continue
      const value =
        question.type === 'metadata'
          ? clock.metadata?.()[question.source]
          : expressions.default && values.valueOf(expressions.default, instance)
      const answer = value === undefined ? undefined : scalarToAnswer(question, value)
      if (answer === undefined) continue
      answers.set(key, answer)
      given.set(key, answer)
      changed.push(...take(values.recompute([instance])))
    }
    return changed
  }

  const opened = values.recompute(compiled.nodes.flatMap(node => [...tree.listOf(node.key)]))
  take({ ...opened, added: [] })
  if (start.isNew) giveDefaults(summary.keys().flatMap(key => tree.find(key) ?? []))

  return {
    setAnswer(key, value) {
      if (value === null) answers.delete(key)
      else answers.set(key, value)
      return update(at(key))
    },
    setFiles(key, sha256) {
      files.set(key, sha256)
      return update(at(key))
    },
    confirm(key, value) {
      if (value === null) confirmed.delete(key)
      else confirmed.set(key, value)
      return update(at(key))
    },
    setRows(repeatId, next) {
      rows.set(repeatId, next)
      return update(tree.listOf(repeatId))
    },
    rows: (repeatId, around) =>
      tree.find(keyInRow(repeatId, around))?.below.map(row => row.rows.at(-1) ?? '') ?? [],
    isShown: key => tree.find(key)?.relevant === true,
    has: key => tree.find(key)?.kind === 'question',
    question: stateOf,
    options(key) {
      const instance = tree.find(key)
      const question = instance?.node.question
      return instance?.options ?? (question && 'options' in question ? question.options : [])
    },
    text(text, key) {
      const instance = tree.find(key)
      return instance ? fillText(text, name => tree.resolve(name, instance)[0]?.scalar ?? '') : text
    },
    keys: summary.keys,
    section: summary.section,
    progress: summary.progress,
    score: summary.score,
    missing: summary.missing,
    nextOpen: summary.nextOpen,
    takeGiven() {
      const taken = new Map(given)
      given.clear()
      return taken
    },
    exportedAnswers() {
      const exported: Record<string, AnswerValue> = {}
      for (const key of summary.keys()) {
        const { value } = stateOf(key)
        const question = tree.find(key)?.node.question
        if (value === null || !question || isAnsweredByFiles(question)) continue
        if (answerToScalar(value) !== '') exported[key] = value
      }
      return exported
    },
    exportedFiles() {
      const exported: Record<string, readonly string[]> = {}
      for (const key of summary.keys()) {
        const own = files.get(key)
        if (own?.length && stateOf(key).relevant) exported[key] = own
      }
      return exported
    },
  }
}
