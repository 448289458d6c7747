import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
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
  /** A citizen fills it: only the questions themselves, no notes, clauses and marks of the office. */
  readonly isHandedOver?: boolean
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
  // The same function at each rendering, or React leaves and comes again while a tap waits for its frame.
  const subscribe = useCallback(
    (listener: () => void) => filling.subscribe(question, listener),
    [filling, question],
  )
  return useSyncExternalStore(subscribe, () => filling.view(question))
}

/** Of all questions together, for `useSyncExternalStore`; the same function for the same response. */
export function useSubscribeAll(): (listener: () => void) => () => void {
  const { filling } = useFilling()
  return useCallback((listener: () => void) => filling.subscribe(null, listener), [filling])
}

/** Long enough for a tap to be shown and saved on a slow tablet, too short to be waited for. */
const summaryDelayMs = 150

/**
 * Renders again soon after every change of the response; for summaries. Drawing a whole form's progress takes
 * longer than the answer itself, so it waits until that is shown and saved, and is done once for both.
 */
export function useFillingRevision(): void {
  const { filling } = useFilling()
  const [, setRevision] = useState(filling.revision)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      timer = undefined
      startTransition(() => setRevision(filling.revision()))
    }
    // What changed before this effect ran.
    follow()
    const unsubscribe = filling.subscribe(null, () => {
      timer ??= setTimeout(follow, summaryDelayMs)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [filling])
}
