import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Filling } from './filling.ts'
import type { QuestionView } from './question-view.ts'

export interface OpenFilling {
  readonly filling: Filling
  readonly thing: string
  readonly feed: string
  readonly unitName: string
  /** Answers may be changed: the role allows it and the response is with the commune. */
  readonly mayFill: boolean
  readonly mayComment: boolean
  /** The person tried to finish: what is missing is said at each question. */
  readonly showsMissing: boolean
}

export const FillingContext = createContext<OpenFilling | null>(null)

export function useFilling(): OpenFilling {
  const open = useContext(FillingContext)
  if (!open) throw new Error('no response is open here')
  return open
}

/** All that one question shows; renders again only when that changes. */
export function useQuestion(question: string): QuestionView {
  const { filling } = useFilling()
  return useSyncExternalStore(
    listener => filling.subscribe(question, listener),
    () => filling.view(question),
  )
}

/** Renders again with every change of the response; for summaries. */
export function useFillingRevision(): number {
  const { filling } = useFilling()
  return useSyncExternalStore(listener => filling.subscribe(null, listener), filling.revision)
}
