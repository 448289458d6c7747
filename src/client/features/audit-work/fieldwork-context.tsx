import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { findingSlot } from '../../../domain/audits/audit-fields.ts'
import type { AuditName } from '../../../domain/audits/audit-number.ts'
import type { ChecklistItem } from '../../../domain/audits/checklist.ts'
import type { LocalText } from '../../../domain/forms/form-version.ts'
import type { CheckView, Fieldwork, FindingView } from './fieldwork.ts'
import type { RefuseArea } from './use-refusals.ts'

export interface OpenFieldwork {
  readonly fieldwork: Fieldwork
  readonly thing: string
  readonly name: AuditName
  readonly feed: string
  /** Items of the checklist by id. */
  readonly items: ReadonlyMap<string, ChecklistItem>
  /** Words of the checklist for whom it asks. */
  readonly interviewees: ReadonlyMap<string, LocalText>
  readonly refuse: RefuseArea
}

export const FieldworkContext = createContext<OpenFieldwork | null>(null)

export function useOpenFieldwork(): OpenFieldwork {
  const open = useContext(FieldworkContext)
  if (!open) throw new Error('no audit is open here')
  return open
}

/** All that one check shows; renders again only when that changes. */
export function useCheck(key: string): CheckView {
  const { fieldwork } = useOpenFieldwork()
  const subscribe = useCallback(
    (listener: () => void) => fieldwork.subscribe(key, listener),
    [fieldwork, key],
  )
  return useSyncExternalStore(subscribe, () => fieldwork.check(key))
}

/** All that one finding shows. */
export function useDraftFinding(number: string): FindingView {
  const { fieldwork } = useOpenFieldwork()
  const subscribe = useCallback(
    (listener: () => void) => fieldwork.subscribe(findingSlot(number), listener),
    [fieldwork, number],
  )
  return useSyncExternalStore(subscribe, () => fieldwork.finding(number))
}

/** Long enough for a tap to be shown and saved on a slow tablet, too short to be waited for. */
const summaryDelayMs = 150

/** Renders again soon after every change: counting waits until the tap itself is shown and saved. */
export function useFieldworkRevision(fieldwork: Fieldwork | null | undefined): number {
  const [revision, setRevision] = useState(0)
  const drawn = fieldwork?.revision()
  useEffect(() => {
    if (!fieldwork) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      timer = undefined
      startTransition(() => setRevision(fieldwork.revision()))
    }
    // What changed before this effect ran; what was drawn is not drawn once more.
    if (fieldwork.revision() !== drawn) follow()
    const unsubscribe = fieldwork.subscribe(null, () => {
      timer ??= setTimeout(follow, summaryDelayMs)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- of the render in which the fieldwork came
  }, [fieldwork])
  return revision
}
