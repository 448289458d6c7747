import { isSameJson } from '../../lib/json-value.ts'
import { answerToScalar } from './answer-to-scalar.ts'
import type { CompiledForm, CompiledQuestion } from './compile-form.ts'
import type { AnswerValue } from './form-version.ts'
import { hiddenState, judgeAnswer } from './judge-answer.ts'
import type { QuestionState } from './question-state.ts'
import type { Progress, SectionState } from './section-state.ts'
import type { SessionClock } from './session-clock.ts'
import { createSessionSummary, type FormScore, type OpenQuestion } from './session-summary.ts'
import { createSessionValues } from './session-values.ts'

/** What a response holds when a session opens. Entries for questions that the form does not have are passed over. */
export interface SessionStart {
  readonly answers: Readonly<Record<string, AnswerValue>>
  /** SHA-256 of photos and signatures, by question. */
  readonly files: Readonly<Record<string, readonly string[]>>
  /** Values that broke a soft constraint and that the person stood by. */
  readonly confirmed: Readonly<Record<string, AnswerValue>>
}

/**
 * One form being filled. Everything it returns is immutable, and the same object as long as nothing in it changed.
 * The three that change something return the ids of the questions whose state is another one now.
 */
export interface FormSession {
  readonly setAnswer: (questionId: string, value: AnswerValue | null) => readonly string[]
  /** Files answer photo and signature questions, and are evidence elsewhere. */
  readonly setFiles: (questionId: string, sha256: readonly string[]) => readonly string[]
  /** The person stands by a value that breaks a soft constraint; null takes it back. */
  readonly confirm: (questionId: string, value: AnswerValue | null) => readonly string[]
  /** Throws for an id the form does not have. */
  readonly question: (questionId: string) => QuestionState
  readonly section: (sectionId: string) => SectionState
  readonly progress: () => Progress
  readonly score: () => FormScore
  /** What blocks sending, in the order of the form. */
  readonly missing: () => readonly OpenQuestion[]
  /** The next question that blocks sending, from the top again after the last; null when there is none. */
  readonly nextOpen: (afterId?: string) => string | null
  /** Visible answers, computed ones among them. Photos and signatures are in `exportedFiles`. */
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
  const values = createSessionValues(compiled, { answers, files }, clock)
  const states = new Map<string, QuestionState>()
  const { nodes, questions } = compiled
  const placeOf = new Map(nodes.map((node, place) => [node.key, place]))
  const clockPlaces = nodes.flatMap((node, place) => (node.expressions.readsClock ? [place] : []))
  let day = clock.today()

  const stateOf = (id: string): QuestionState => {
    const state = states.get(id)
    if (!state) throw new Error(`The form has no question ${id}`)
    return state
  }
  const summary = createSessionSummary(compiled, stateOf)

  function judge(id: string, question: CompiledQuestion): QuestionState {
    if (!values.isRelevant(id)) return hiddenState
    return judgeAnswer(question, {
      answer: values.answerOf(id),
      files: files.get(id) ?? [],
      confirmed: confirmed.get(id),
      holds: (expression, otherwise) => values.holds(expression, id, otherwise),
    })
  }

  function recompute(places: readonly number[]): readonly string[] {
    const changed: string[] = []
    for (const { key, question } of values.recompute(places)) {
      if (!question) continue
      const state = judge(key, question)
      const before = states.get(key)
      if (before && isSameJson(before, state)) continue
      states.set(key, state)
      summary.forget(question.sectionId)
      changed.push(key)
    }
    return changed
  }

  function update(id: string): readonly string[] {
    const place = placeOf.get(id)
    const today = clock.today()
    const overnight = today === day ? [] : clockPlaces
    day = today
    return recompute(place === undefined ? overnight : [place, ...overnight])
  }

  recompute(nodes.map((_, place) => place))

  return {
    setAnswer(id, value) {
      if (value === null) answers.delete(id)
      else answers.set(id, value)
      return update(id)
    },
    setFiles(id, sha256) {
      files.set(id, sha256)
      return update(id)
    },
    confirm(id, value) {
      if (value === null) confirmed.delete(id)
      else confirmed.set(id, value)
      return update(id)
    },
    question: stateOf,
    section: summary.section,
    progress: summary.progress,
    score: summary.score,
    missing: summary.missing,
    nextOpen: summary.nextOpen,
    exportedAnswers() {
      const exported: Record<string, AnswerValue> = {}
      for (const [id, { question }] of questions) {
        const { value } = stateOf(id)
        if (value === null || question.type === 'photo' || question.type === 'signature') continue
        if (answerToScalar(value) !== '') exported[id] = value
      }
      return exported
    },
    exportedFiles() {
      const exported: Record<string, readonly string[]> = {}
      for (const id of questions.keys()) {
        const given = files.get(id)
        if (given?.length && stateOf(id).relevant) exported[id] = given
      }
      return exported
    },
  }
}
