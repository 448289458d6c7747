import { useMemo } from 'react'
import { createScope, type Scope } from '../../domain/people/scope.ts'
import { useApp } from './app-context.tsx'
import { useDirectory } from './use-directory.ts'

/** What this person may see and do today: the same function the server asks (SY9). */
export function useScope(): Scope | undefined {
  const app = useApp()
  const directory = useDirectory()
  const today = app.today()
  return useMemo(
    () => directory && createScope(directory.assignmentsOf(app.person.id), directory.tree, today),
    [directory, app.person.id, today],
  )
}
