import { useMemo, useRef, useSyncExternalStore } from 'react'
import { splitKey } from '../../../domain/forms/row.ts'
import type { Question } from '../../../domain/forms/form-version.ts'
import { useFilling, useQuestion } from './filling-context.tsx'
import type { Filling } from './filling.ts'
import type { QuestionView } from './question-view.ts'

export interface ShownQuestion {
  readonly question: Question
  readonly view: QuestionView
}

/**
 * A question as it is shown at one place: its id is the key there (`id@row` in a repeat), its texts have the values
 * they name filled in, and its options are those that are offered now.
 */
export function useShownQuestion(key: string): ShownQuestion {
  const { filling } = useFilling()
  const view = useQuestion(key)
  // A view is another object whenever something the question shows has changed, its texts and options included.
  // oxlint-disable-next-line react/exhaustive-deps
  const question = useMemo(() => showQuestion(filling, key), [filling, key, view])
  return { question, view }
}

/** The same for several at once; those whose row is gone are left out. */
export function useShownQuestions(keys: readonly string[]): readonly ShownQuestion[] {
  const { filling } = useFilling()
  const before = useRef<readonly QuestionView[]>([])
  const views = useSyncExternalStore(
    listener => {
      const unsubscribes = keys.map(key => filling.subscribe(key, listener))
      return () => unsubscribes.forEach(unsubscribe => unsubscribe())
    },
    () => {
      const now = keys.map(key => filling.view(key))
      if (now.length !== before.current.length || now.some((view, at) => view !== before.current[at]))
        before.current = now
      return before.current
    },
  )
  return views.map((view, at) => ({ question: showQuestion(filling, keys[at] ?? ''), view }))
}

function showQuestion({ form, session }: Filling, key: string): Question {
  const question = form.questions.get(splitKey(key).id)?.question
  if (!question) throw new Error(`the form has no question ${key}`)
  const shown = {
    ...question,
    id: key,
    label: session.text(question.label, key),
    ...(question.hint ? { hint: session.text(question.hint, key) } : {}),
  }
  return 'options' in shown ? { ...shown, options: session.options(key) } : shown
}
