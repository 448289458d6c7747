import type { Assignment, Person } from '../../../domain/people/assignment.ts'
import type { Directory } from '../../../domain/people/directory.ts'
import type { Role } from '../../../domain/people/role.ts'
import { searchKey } from '../../../lib/search-key.ts'

export interface ListedPerson extends Person {
  /** Those that go on or are still to come first, the newest first. */
  readonly assignments: readonly Assignment[]
}

interface Wish {
  /** As `searchKey` gives it. */
  readonly key: string
  /** Somebody with a role in this unit or below it. */
  readonly unit: string | null
  readonly role: Role | null
  /** `active`: some role goes on or is to come; `ended`: none. */
  readonly state: 'active' | 'ended' | null
  readonly today: string
  readonly usernameOf: (person: string) => string | undefined
}

export function filterPeople(directory: Directory, wish: Wish): readonly ListedPerson[] {
  const { key, unit, role, state, today, usernameOf } = wish
  const within = unit === null ? undefined : new Set(directory.tree.subtree(unit).map(({ id }) => id))
  const goesOn = ({ to }: Assignment): boolean => to === null || to >= today
  return [...directory.people.values()]
    .filter(({ id, name }) => `${searchKey(name)} ${searchKey(usernameOf(id) ?? '')}`.includes(key))
    .map(person => ({
      ...person,
      assignments: directory
        .assignmentsOf(person.id)
        .toSorted((a, b) => Number(goesOn(b)) - Number(goesOn(a)) || (a.from < b.from ? 1 : -1)),
    }))
    .filter(({ assignments }) => {
      const isActive = assignments.some(goesOn)
      if (state !== null && isActive !== (state === 'active')) return false
      const counted = assignments.filter(held => state === 'ended' || goesOn(held))
      if (role === null && !within) return true
      return counted.some(held => (role === null || held.role === role) && (within?.has(held.unit) ?? true))
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}
