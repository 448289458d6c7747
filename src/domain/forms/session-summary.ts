import { createCached } from './cached.ts'
import type { CompiledForm } from './compile-form.ts'
import type { ScoreBand } from './form-version.ts'
import type { Instance } from './instance.ts'
import type { InstanceTree } from './instance-tree.ts'
import type { BlockingVerdict, QuestionState } from './question-state.ts'
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
  /** The question's key. */
  readonly questionId: string
  readonly sectionId: string
  readonly verdict: BlockingVerdict
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
  readonly nextOpen: (afterKey?: string) => string | null
  /** Every question there is, in the order of the form. */
  readonly keys: () => readonly string[]
  /** Something in the section changed. */
  readonly forget: (sectionId: string) => void
  /** Rows came or went. */
  readonly forgetOrder: () => void
}

export function createSessionSummary(
  { form }: CompiledForm,
  tree: InstanceTree,
  stateOf: (key: string) => QuestionState,
): SessionSummary {
  let order: Order | undefined
  const inOrder = (): Order => (order ??= putInOrder(tree))
  const summaries = new Map(
    form.sections.map(({ id }) => {
      const sums = createCached(() => summarizeSection(inOrder().bySection.get(id) ?? [], stateOf))
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
    for (const [sectionId, { sums }] of summaries)
      for (const { key, verdict } of sums.read().open) open.push({ questionId: key, sectionId, verdict })
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
    nextOpen(afterKey) {
      const { placeOf } = inOrder()
      const after = placeOf.get(afterKey ?? '') ?? -1
      const open = missing.read()
      const next = open.find(({ questionId }) => (placeOf.get(questionId) ?? 0) > after) ?? open[0]
      return next?.questionId ?? null
    },
    keys: () => inOrder().keys,
    forgetOrder() {
      order = undefined
      for (const { sums, state } of summaries.values()) for (const cache of [sums, state]) cache.forget()
      for (const cache of [progress, score, missing]) cache.forget()
    },
    forget(sectionId) {
      const summary = summaries.get(sectionId)
      for (const cache of [summary?.sums, summary?.state, progress, score, missing]) cache?.forget()
    },
  }
}

interface Order {
  readonly questions: readonly Instance[]
  readonly keys: readonly string[]
  readonly placeOf: ReadonlyMap<string, number>
  readonly bySection: ReadonlyMap<string, readonly Instance[]>
}

function putInOrder({ top }: InstanceTree): Order {
  const questions: Instance[] = []
  const walk = (instances: readonly Instance[]): void => {
    for (const instance of instances) {
      if (instance.kind === 'question') questions.push(instance)
      else walk(instance.below)
    }
  }
  walk(top)
  const keys = questions.map(({ key }) => key)
  return {
    questions,
    keys,
    placeOf: new Map(keys.map((key, place) => [key, place])),
    bySection: Map.groupBy(questions, ({ node }) => node.place.sectionId),
  }
}
