import { isRole } from './role.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { Assignment, Person } from './assignment.ts'
import { createUnitTree, type UnitTree } from './unit-tree.ts'
import type { Unit } from './unit.ts'

/** Units, people and who holds which role: what the reference feed says of them. */
export interface Directory {
  readonly tree: UnitTree
  readonly people: ReadonlyMap<string, Person>
  /** By person, also of those whose name is not known. */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>
  assignmentsOf: (person: string) => readonly Assignment[]
}

interface ReferenceField {
  readonly type: string
  readonly thing: string
  readonly field: string
  readonly value: JsonValue
}

/** The fields this needs: `unit` things' field `unit`, `person` things' `name` and `assignments/<id>`. */
export const directoryTypes = ['unit', 'person'] as const

/** Reads a directory out of reference entries; entries of other types are passed over. */
export function readDirectory(entries: Iterable<ReferenceField>): Directory {
  const units: Unit[] = []
  const people = new Map<string, Person>()
  const assignments = new Map<string, Assignment[]>()
  for (const { type, thing, field, value } of entries) {
    if (value === null) continue
    if (type === 'unit' && field === 'unit') units.push({ ...(value as unknown as Unit), id: thing })
    if (type !== 'person') continue
    if (field === 'name' && typeof value === 'string') people.set(thing, { id: thing, name: value })
    if (field.startsWith('assignments/')) {
      const held = value as unknown as Assignment
      if (!isRole(held.role)) continue
      const own = assignments.get(thing) ?? []
      own.push({ ...held, id: field.slice('assignments/'.length), person: thing })
      assignments.set(thing, own)
    }
  }
  units.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.from < b.from ? -1 : 1))
  const assignmentsOf = (person: string): readonly Assignment[] => assignments.get(person) ?? []
  return { tree: createUnitTree(units), people, assignments, assignmentsOf }
}
