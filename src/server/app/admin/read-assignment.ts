import { isRole, roles, type Role } from '../../../domain/people/role.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import type { UnitTree } from '../../../domain/people/unit-tree.ts'
import { unitsOfRole } from '../../../domain/people/units-of-role.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import { findUnit } from './find-unit.ts'
import { readDay } from './read-day.ts'

export interface NewAssignment {
  readonly role: Role
  readonly unit: Unit
  readonly from: string
  readonly to: string | null
}

interface Words {
  readonly role: string
  readonly unit: string
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Reads an assignment as it is typed; without days it begins today and has no end. */
export function readAssignment(words: Words, tree: UnitTree, today: string): Result<NewAssignment, string> {
  const { role } = words
  if (!isRole(role)) return err(`There is no role "${role}". Roles: ${roles.join(', ')}.`)
  const from = words.from ? readDay(words.from) : ok(today)
  if (!from.ok) return from
  const to = words.to ? readDay(words.to) : ok(null)
  if (!to.ok) return to
  if (to.value !== null && to.value < from.value)
    return err(`The last day, ${to.value}, lies before the first, ${from.value}.`)
  const unit = findUnit(tree, words.unit, from.value > today ? from.value : today)
  if (!unit.ok) return unit
  const kinds = unitsOfRole[role]
  if (!kinds.includes(unit.value.kind))
    return err(`${unit.value.fullName} is a ${unit.value.kind}; ${role} goes with: ${kinds.join(', ')}.`)
  return ok({ role, unit: unit.value, from: from.value, to: to.value })
}
