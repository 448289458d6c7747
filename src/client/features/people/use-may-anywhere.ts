import type { Action } from '../../../domain/people/role.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'
import { useScope } from '../../context/use-scope.ts'

/** Whether this person may do it in a unit of their own; undefined until that is known. */
export function useMayAnywhere(action: Action): boolean | undefined {
  const app = useApp()
  const directory = useDirectory()
  const scope = useScope()
  if (!directory || !scope) return undefined
  return directory.assignmentsOf(app.person.id).some(({ unit }) => scope.mayDo(action, unit))
}
