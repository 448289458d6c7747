import type { Directory } from './directory.ts'
import { createUnitTree } from './unit-tree.ts'

/**
 * Puts the last day behind the names of units that have ended, since successors often bear the same name:
 * "Xã Kiên Mộc (đến 30/06/2025)". Official papers go on with `officialName`.
 * @param today `YYYY-MM-DD`
 */
export function labelEnded(
  directory: Directory,
  today: string,
  label: (name: string, day: string) => string,
): Directory {
  const { units } = directory.tree
  if (!units.some(({ to }) => to !== null && to < today)) return directory
  const labelled = units.map(unit => {
    if (unit.to === null || unit.to >= today) return unit
    const fullName = label(unit.fullName, unit.to.split('-').toReversed().join('/'))
    return { ...unit, officialName: unit.fullName, fullName }
  })
  return { ...directory, tree: createUnitTree(labelled) }
}
