import type { Assignment } from './assignment.ts'
import { judgeAssignment } from './judge-assignment.ts'
import type { NewPerson } from './new-person.ts'
import type { UnitTree } from './unit-tree.ts'
import { isUsername, readPersonName, usernameKey } from './username.ts'

/** Why these people cannot be added together; undefined when they can. `taken`: as `usernameKey` gives them. */
export function refuseNewPeople(
  people: readonly NewPerson[],
  { tree, taken }: { readonly tree: UnitTree; readonly taken: ReadonlySet<string> },
): 'badRequest' | 'usernameTaken' | 'notAnAssignment' | 'overlaps' | undefined {
  const seen = new Set(taken)
  for (const { username, name, assignments } of people) {
    const key = usernameKey(username)
    if (!isUsername(username) || readPersonName(name) !== name) return 'badRequest'
    if (seen.has(key)) return 'usernameTaken'
    seen.add(key)
    const held: Assignment[] = []
    for (const [at, assignment] of assignments.entries()) {
      const wanted = { ...assignment, person: key, id: String(at) }
      const fault = judgeAssignment(wanted, { tree, held })
      if (fault) return fault.type === 'overlaps' ? 'overlaps' : 'notAnAssignment'
      held.push(wanted)
    }
  }
  return undefined
}
