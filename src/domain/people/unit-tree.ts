import { isValidOn, type Unit } from './unit.ts'

export interface UnitTree {
  readonly units: readonly Unit[]
  get: (id: string) => Unit | undefined
  /** The unit and everything below it, parents first. */
  subtree: (id: string) => readonly Unit[]
  /** The unit's parents, nearest first. */
  ancestors: (id: string) => readonly Unit[]
  /** The ended units whose records it keeps on that day, those of its predecessors too. */
  predecessors: (id: string, day: string) => readonly Unit[]
  /** Who goes on with the unit's work on that day: itself while it stands; undefined when nobody does. */
  standing: (id: string, day: string) => Unit | undefined
}

/** Indexes units by id and parent. A unit whose parent is unknown stands as a root of its own. */
export function createUnitTree(units: readonly Unit[]): UnitTree {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const children = new Map<string, Unit[]>()
  const left = new Map<string, Unit[]>()
  for (const unit of units) {
    if (unit.successor !== undefined) {
      const kept = left.get(unit.successor)
      if (kept) kept.push(unit)
      else left.set(unit.successor, [unit])
    }
    if (unit.parent === null) continue
    const siblings = children.get(unit.parent)
    if (siblings) siblings.push(unit)
    else children.set(unit.parent, [unit])
  }

  function subtree(id: string): readonly Unit[] {
    const root = byId.get(id)
    const found: Unit[] = root ? [root] : []
    const seen = new Set(found)
    for (const unit of found) {
      for (const child of children.get(unit.id) ?? []) {
        if (seen.has(child)) continue
        seen.add(child)
        found.push(child)
      }
    }
    return found
  }

  function ancestors(id: string): readonly Unit[] {
    const found: Unit[] = []
    let unit = byId.get(id)
    while (unit?.parent) {
      unit = byId.get(unit.parent)
      if (!unit || found.includes(unit)) break
      found.push(unit)
    }
    return found
  }

  function predecessors(id: string, day: string): readonly Unit[] {
    const found: Unit[] = []
    const seen = new Set([id])
    const add = (of: string): void => {
      for (const unit of left.get(of) ?? []) {
        if (seen.has(unit.id) || unit.to === null || unit.to >= day) continue
        seen.add(unit.id)
        found.push(unit)
        add(unit.id)
      }
    }
    add(id)
    return found
  }

  function standing(id: string, day: string): Unit | undefined {
    const seen = new Set<Unit>()
    let unit = byId.get(id)
    while (unit && !seen.has(unit) && !isValidOn(unit, day)) {
      seen.add(unit)
      unit = unit.to === null || unit.to >= day ? undefined : byId.get(unit.successor ?? '')
    }
    return unit && isValidOn(unit, day) ? unit : undefined
  }

  return { units, get: id => byId.get(id), subtree, ancestors, predecessors, standing }
}
