import type { Unit } from './unit.ts'

export interface UnitTree {
  readonly units: readonly Unit[]
  get: (id: string) => Unit | undefined
  /** The unit and everything below it, parents first. */
  subtree: (id: string) => readonly Unit[]
  /** The unit's parents, nearest first. */
  ancestors: (id: string) => readonly Unit[]
}

/** Indexes units by id and parent. A unit whose parent is unknown stands as a root of its own. */
export function createUnitTree(units: readonly Unit[]): UnitTree {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const children = new Map<string, Unit[]>()
  for (const unit of units) {
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

  return { units, get: id => byId.get(id), subtree, ancestors }
}
