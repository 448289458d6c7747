import type { Assignment } from './assignment.ts'
import { feedId, parseFeedId } from './feed.ts'
import { ownWorkAt, type OwnWork } from './own-work.ts'
import { may, type Action, type Role } from './role.ts'
import type { UnitTree } from './unit-tree.ts'
import { isValidOn, type Unit } from './unit.ts'

export interface Scope {
  /** Every feed the person reads. */
  readonly feeds: readonly string[]
  mayRead: (feed: string) => boolean
  rolesAt: (unit: string) => readonly Role[]
  mayDo: (action: Action, unit: string) => boolean
  /** Areas of a commune that are the person's own work, so that they may not audit them. */
  ownWorkAt: (unit: string) => OwnWork
  /** Communes that stand today and in which the person may do it, in the tree's order. */
  communesWhere: (action: Action) => readonly Unit[]
  /** Those, and the ended ones whose records they keep: for what goes on or is looked up, not for what is begun. */
  communesEver: (action: Action) => readonly Unit[]
}

/**
 * The one scope function (SY9): role × unit subtree × day. Sync, files, lists, counts and exports all
 * pass it; nothing a client says enters it. A role in a unit reaches to the ended units whose records it keeps, so that
 * open work goes on where it lies.
 * @param assignments of one person, past and future ones too
 * @param today `YYYY-MM-DD`
 */
export function createScope(assignments: readonly Assignment[], tree: UnitTree, today: string): Scope {
  const roles = new Map<string, Set<Role>>()
  const reference = new Set<string>()
  for (const assignment of assignments) {
    if (!isValidOn(assignment, today)) continue
    for (const unit of tree.subtree(assignment.unit)) {
      if (!isValidOn(unit, today)) continue
      for (const { id } of [unit, ...tree.predecessors(unit.id, today)]) {
        const held = roles.get(id)
        if (held) held.add(assignment.role)
        else roles.set(id, new Set([assignment.role]))
      }
    }
    const top = tree.ancestors(assignment.unit).at(-1)?.id ?? tree.get(assignment.unit)?.id
    if (top) reference.add(feedId(top, 'reference'))
  }

  const rolesAt = (unit: string): readonly Role[] => [...(roles.get(unit) ?? [])]
  const mayDo = (action: Action, unit: string): boolean => {
    const allowed: readonly Role[] = may[action]
    return rolesAt(unit).some(role => allowed.includes(role))
  }
  const communesEver = (action: Action): readonly Unit[] =>
    tree.units.filter(unit => unit.kind === 'commune' && mayDo(action, unit.id))
  const communesWhere = (action: Action): readonly Unit[] =>
    communesEver(action).filter(unit => isValidOn(unit, today))

  function mayRead(feed: string): boolean {
    const parsed = parseFeedId(feed)
    if (!parsed) return false
    switch (parsed.feedClass) {
      case 'reference':
        return reference.has(feed)
      case 'unit':
        return mayDo('response.read', parsed.unit)
      case 'audit':
        return mayDo('audit.read', parsed.unit)
    }
  }

  const feeds = [
    ...reference,
    ...communesEver('response.read').map(unit => feedId(unit.id, 'unit')),
    ...communesEver('audit.read').map(unit => feedId(unit.id, 'audit')),
  ]
  return {
    feeds,
    mayRead,
    rolesAt,
    mayDo,
    ownWorkAt: unit => ownWorkAt(assignments, tree.standing(unit, today)?.id ?? unit, today),
    communesWhere,
    communesEver,
  }
}
