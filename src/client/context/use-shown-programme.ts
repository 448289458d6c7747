import { useMemo, useSyncExternalStore } from 'react'
import type { Programme } from '../../domain/qms/programme.ts'
import type { App } from './app.ts'
import { useApp } from './app-context.tsx'
import { useProgrammes } from './use-programmes.ts'
import { useScope } from './use-scope.ts'

/** Which programme boards, lists and reports show. */
export interface ShownProgramme {
  /** The one chosen, or of those that run the one with the most communes; undefined when there is none. */
  readonly programme: Programme | undefined
  /** All that have a commune in this person's scope. */
  readonly programmes: readonly Programme[]
  readonly choose: (programme: string) => void
}

/** What was chosen last, for every screen until the app is closed. */
const choices = new WeakMap<App, string>()
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Undefined until read. */
export function useShownProgramme(): ShownProgramme | undefined {
  const app = useApp()
  const scope = useScope()
  const programmes = useProgrammes()
  const chosen = useSyncExternalStore(subscribe, () => choices.get(app))
  return useMemo(() => {
    if (!scope || !programmes) return undefined
    const own = scope.communesEver('qms.comment')
    const countOf = ({ communes }: Programme): number => own.filter(({ id }) => communes.has(id)).length
    const counted = programmes
      .map(programme => ({ programme, count: countOf(programme) }))
      .filter(({ count }) => count > 0)
    const running = counted.filter(({ programme }) => programme.endedOn === undefined)
    const [most] = running.length > 0 ? running.toSorted((a, b) => b.count - a.count) : counted
    return {
      programme: (counted.find(({ programme }) => programme.id === chosen) ?? most)?.programme,
      programmes: counted.map(({ programme }) => programme),
      choose(id) {
        choices.set(app, id)
        for (const listener of listeners) listener()
      },
    }
  }, [app, scope, programmes, chosen])
}
