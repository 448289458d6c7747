import { createCached } from './cached.ts'
import type { CompiledForm } from './compile-form.ts'
import type { ScoreBand } from './form-version.ts'
import { isBlocking, type QuestionState } from './question-state.ts'
import { addScores, bandOf, noScore, scoreToPercent } from './score.ts'
import {
  addProgress,
  noProgress,
  summarizeSection,
  type Progress,
  type SectionState,
} from './section-state.ts'

/** A question that keeps the response from being sent. */
export type OpenQuestion = {
  readonly questionId: string
  readonly sectionId: string
  readonly verdict: 'missing' | 'invalid' | 'unconfirmed'
}

export type FormScore = {
  /** 0 until 100; null when the form has no scoring or nothing counted. */
  readonly total: number | null
  readonly sections: Readonly<Record<string, number | null>>
  readonly band: ScoreBand | null
}

/** What is told of many questions at once. Counted when asked for, and only where something changed. */
export interface SessionSummary {
  readonly section: (sectionId: string) => SectionState
  readonly progress: () => Progress
  readonly score: () => FormScore
  readonly missing: () => readonly OpenQuestion[]
  readonly nextOpen: (afterId?: string) => string | null
  /** Something in the section changed. */
  readonly forget: (sectionId: string) => void
}

export function createSessionSummary(
  { form, questions, sections }: CompiledForm,
  stateOf: (questionId: string) => QuestionState,
): SessionSummary {
  const questionsOf = Map.groupBy(questions.values(), question => question.sectionId)
  const placeOf = new Map([...questions.keys()].map((id, place) => [id, place]))
  const summaries = new Map(
    [...sections.keys()].map(id => {
      const sums = createCached(() => summarizeSection(questionsOf.get(id) ?? [], stateOf))
      const state = createCached(() => sums.read().state)
      return [id, { sums, state }]
    }),
  )
  const progress = createCached(() => {
    const parts = [...summaries.values()].map(({ state }) => state.read())
    return parts.reduce<Progress>(addProgress, noProgress)
  })
  const score = createCached((): FormScore => {
    let sum = noScore
    for (const { sums } of summaries.values()) sum = addScores(sum, sums.read().sum)
    const total = form.scoring ? scoreToPercent(sum) : null
    const bySection = [...summaries].map(([id, { state }]) => [id, state.read().score] as const)
    return { total, sections: Object.fromEntries(bySection), band: bandOf(form.scoring, total) }
  })
  const missing = createCached(() => {
    const open: OpenQuestion[] = []
    for (const [questionId, { sectionId }] of questions) {
      const { verdict } = stateOf(questionId)
      if (isBlocking(verdict)) open.push({ questionId, sectionId, verdict })
    }
    return open
  })

  return {
    section(id) {
      const summary = summaries.get(id)
      if (!summary) throw new Error(`The form has no section ${id}`)
      return summary.state.read()
    },
    progress: progress.read,
    score: score.read,
    missing: missing.read,
    nextOpen(afterId) {
      const after = placeOf.get(afterId ?? '') ?? -1
      const open = missing.read()
      const next = open.find(({ questionId }) => (placeOf.get(questionId) ?? 0) > after) ?? open[0]
      return next?.questionId ?? null
    },
    forget(sectionId) {
      const summary = summaries.get(sectionId)
      for (const cache of [summary?.sums, summary?.state, progress, score, missing]) cache?.forget()
    },
  }
}
