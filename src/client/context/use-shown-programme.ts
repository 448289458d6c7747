import { useMemo, useSyncExternalStore } from 'react'
import type { Programme } from '../../domain/qms/programme.ts'
import { showProgramme } from '../../domain/qms/show-programme.ts'
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
  /** All of the province. */
  readonly allProgrammes: readonly Programme[]
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
    const communes = scope.communesEver('qms.comment').map(({ id }) => id)
    return {
      ...showProgramme(programmes, communes, chosen),
      allProgrammes: programmes,
      choose(id) {
        choices.set(app, id)
        for (const listener of listeners) listener()
      },
    }
  }, [app, scope, programmes, chosen])
}
