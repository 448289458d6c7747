import { isValidOn, unitId, type Unit } from './unit.ts'
import type { UnitTree } from './unit-tree.ts'
import type { FoundedUnit, UnitsChange } from './units-change.ts'

/** What is wrong with the units that a change founds. */
export type FoundingProblem =
  | { readonly type: 'badUnit' | 'unitTwice' | 'codeInUse'; readonly code: string }
  | { readonly type: 'unknownParent'; readonly code: string; readonly parent: string }
  /** Each lies below the next, and the last one below the first. */
  | { readonly type: 'unitCycle'; readonly codes: readonly string[] }

const code = /^[\w-]{1,20}$/u
const longestName = 100
const isName = (name: string): boolean => /^[^\p{Cc}\p{Cs}]+$/u.test(name) && name.length <= longestName

/** The units that a change founds, in its order, and all that is wrong with them. */
export function foundUnits(
  { on, endsDistricts, units }: UnitsChange,
  tree: UnitTree,
  isEnding: (id: string) => boolean,
): { readonly units: readonly Unit[]; readonly problems: readonly FoundingProblem[] } {
  const problems: FoundingProblem[] = []
  const byCode = new Map<string, FoundedUnit>()
  for (const unit of units) {
    if (!code.test(unit.code) || !isName(unit.fullName) || !isName(unit.name))
      problems.push({ type: 'badUnit', code: unit.code })
    else if (byCode.has(unit.code)) problems.push({ type: 'unitTwice', code: unit.code })
    else byCode.set(unit.code, unit)
  }
  const province = tree.units.find(unit => unit.kind === 'province' && isValidOn(unit, on))
  const ends = (unit: Unit): boolean => isEnding(unit.id) || (endsDistricts && unit.kind === 'district')
  const inUse = tree.units.filter(unit => isValidOn(unit, on) && !ends(unit))

  function parentOf(unit: FoundedUnit): string | undefined {
    if (unit.parent === null) return province?.id
    if (byCode.has(unit.parent)) return unitId(unit.parent, on)
    return inUse.find(one => one.kind !== 'commune' && one.code === unit.parent)?.id
  }

  const founded = [...byCode.values()].flatMap((unit): readonly Unit[] => {
    const id = unitId(unit.code, on)
    if (inUse.some(one => one.code === unit.code && one.kind === unit.kind) || tree.get(id))
      problems.push({ type: 'codeInUse', code: unit.code })
    const parent = parentOf(unit)
    if (parent === undefined) {
      problems.push({ type: 'unknownParent', code: unit.code, parent: unit.parent ?? '' })
      return []
    }
    const { kind, name, fullName } = unit
    return [{ id, code: unit.code, kind, name, fullName, parent, from: on, to: null }]
  })
  const cycle = findCycle(byCode)
  if (cycle) problems.push({ type: 'unitCycle', codes: cycle })
  return { units: founded, problems }
}

/** Codes of units that lie below each other in a ring; undefined when there are none. */
function findCycle(units: ReadonlyMap<string, FoundedUnit>): readonly string[] | undefined {
  const settled = new Set<string>()
  for (const first of units.keys()) {
    const path: string[] = []
    let at: string | null | undefined = first
    while (at !== null && at !== undefined && units.has(at) && !settled.has(at)) {
      const begin = path.indexOf(at)
      if (begin >= 0) return path.slice(begin)
      path.push(at)
      at = units.get(at)?.parent
    }
    for (const one of path) settled.add(one)
  }
  return undefined
}
