import type { Role } from '../../../domain/people/role.ts'
import { isValidOn } from '../../../domain/people/unit.ts'
import { useApp } from '../../context/app-context.tsx'
import { useDirectory } from '../../context/use-directory.ts'

/** The roles this person holds today, wherever. */
export function useOwnRoles(): readonly Role[] {
  const app = useApp()
  const held = useDirectory()?.assignmentsOf(app.person.id) ?? []
  return held.filter(assignment => isValidOn(assignment, app.today())).map(({ role }) => role)
}
