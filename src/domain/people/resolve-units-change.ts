import { addDays, isDay } from '../../lib/calendar-day.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import { foundUnits, type FoundingProblem } from './found-units.ts'
import type { Split } from './note-conflicts.ts'
import { isValidOn, type Unit } from './unit.ts'
import type { UnitTree } from './unit-tree.ts'
import type { UnitMove, UnitsChange } from './units-change.ts'

/** Why a change of units cannot be; codes and names are as people know them. */
export type UnitsProblem =
  | FoundingProblem
  | { readonly type: 'badDay'; readonly text: string }
  | { readonly type: 'nothingMoves' }
  | { readonly type: 'unknownUnit' | 'namedTwice'; readonly code: string }
  /** The change comes before, or on, the first day of what it ends. */
  | { readonly type: 'beforePredecessor'; readonly name: string; readonly code: string; readonly day: string }
  /** Another change has ended it already. */
  | { readonly type: 'endsAlready'; readonly name: string; readonly code: string; readonly day: string }
  | { readonly type: 'unknownTarget'; readonly name: string; readonly code: string }
  /** What ends cannot go on with the work of another: units would succeed each other in a ring. */
  | { readonly type: 'targetEnds'; readonly name: string; readonly code: string }
  | {
      readonly type: 'noSuccessor' | 'noKeeper'
      readonly name: string
      readonly code: string
      /** Whom to choose from, the likeliest first. */
      readonly options: readonly { readonly code: string; readonly name: string }[]
    }
  /** Its district ends, and the change does not say what becomes of it. */
  | { readonly type: 'uncovered'; readonly name: string; readonly code: string }

export interface ResolvedChange {
  readonly begun: readonly Unit[]
  /** Id of the successor, by id of the commune that ends. */
  readonly keeperOf: ReadonlyMap<string, string>
  readonly splits: readonly Split[]
}

/** Finds the units that a change names, on its day; every problem at once. */
export function resolveUnitsChange(
  change: UnitsChange,
  tree: UnitTree,
  choices: Readonly<Record<string, string>>,
): Result<ResolvedChange, readonly UnitsProblem[]> {
  const { on, moves } = change
  if (!isDay(on)) return err([{ type: 'badDay', text: on }])
  if (moves.length === 0) return err([{ type: 'nothingMoves' }])
  const problems: UnitsProblem[] = []
  const ending = new Map<string, { readonly unit: Unit; readonly move: UnitMove }>()
  for (const move of moves) {
    const unit = findEnding(tree, move.from, on)
    if ('type' in unit) problems.push(unit)
    else if (ending.has(unit.id)) problems.push({ type: 'namedTwice', code: move.from })
    else ending.set(unit.id, { unit, move })
  }
  const founded = foundUnits(change, tree, id => ending.has(id))
  problems.push(...founded.problems)
  const byCode = new Map(founded.units.map(unit => [unit.code, unit]))
  const targetOf = (code: string): Unit | 'ends' | undefined => {
    const found = byCode.get(code)
    if (found) return found.kind === 'commune' ? found : undefined
    const stands = tree.units.find(
      unit => unit.kind === 'commune' && (unit.code === code || unit.id === code) && isValidOn(unit, on),
    )
    return stands && ending.has(stands.id) ? 'ends' : stands
  }

  const keeperOf = new Map<string, string>()
  const splits: Split[] = []
  for (const { unit, move } of ending.values()) {
    const name = unit.fullName
    const { code } = unit
    for (const to of move.to) {
      const target = targetOf(to)
      if (!target) problems.push({ type: 'unknownTarget', name, code: to })
      if (target === 'ends') problems.push({ type: 'targetEnds', name, code: to })
    }
    const only = move.to.length === 1 ? move.to[0] : undefined
    const chosen = only ?? choices[code] ?? move.keeper
    const keeper = chosen === undefined ? undefined : targetOf(chosen)
    const isOffered = chosen !== undefined && (move.to.length === 0 || move.to.includes(chosen))
    if (keeper && keeper !== 'ends' && isOffered) {
      keeperOf.set(unit.id, keeper.id)
      if (move.to.length > 1)
        splits.push({
          unit: unit.id,
          keeper: keeper.id,
          others: move.to.filter(to => to !== chosen).map(to => byCode.get(to)?.id ?? to),
        })
    } else if (only === undefined && !(isOffered && move.to.length > 0)) {
      const codes = move.to.length > 0 ? move.to : likelyTargets(unit, change, ending)
      const options = codes.flatMap(to => {
        const target = targetOf(to)
        return target && target !== 'ends' ? [{ code: to, name: target.fullName }] : []
      })
      problems.push({ type: move.to.length > 0 ? 'noKeeper' : 'noSuccessor', name, code, options })
    }
  }
  if (change.endsDistricts)
    for (const { id, fullName: name, code, kind, parent, ...span } of tree.units)
      if (kind === 'commune' && isValidOn(span, on) && !ending.has(id) && isDistrict(tree, parent))
        problems.push({ type: 'uncovered', name, code })
  return problems.length > 0 ? err(problems) : ok({ begun: founded.units, keeperOf, splits })
}

const isDistrict = (tree: UnitTree, id: string | null): boolean =>
  id !== null && tree.get(id)?.kind === 'district'

function findEnding(tree: UnitTree, code: string, on: string): Unit | UnitsProblem {
  const last = addDays(on, -1)
  const bearers = tree.units.filter(
    unit => unit.kind === 'commune' && (unit.code === code || unit.id === code),
  )
  const unit = bearers.find(one => isValidOn(one, last))
  if (unit)
    return unit.to === null
      ? unit
      : { type: 'endsAlready', name: unit.fullName, code: unit.code, day: unit.to }
  const later = bearers.find(one => one.from > last)
  return later
    ? { type: 'beforePredecessor', name: later.fullName, code: later.code, day: later.from }
    : { type: 'unknownUnit', code }
}

/** Communes of the same district mostly go where their neighbours go. */
function likelyTargets(
  unit: Unit,
  { units, moves }: UnitsChange,
  ending: ReadonlyMap<string, { readonly unit: Unit; readonly move: UnitMove }>,
): readonly string[] {
  const near = new Map<string, number>()
  for (const other of ending.values())
    if (other.unit.parent === unit.parent)
      for (const to of other.move.to) near.set(to, (near.get(to) ?? 0) + 1)
  const all = new Set([...units.map(({ code }) => code), ...moves.flatMap(({ to }) => to)])
  return [...all].sort((a, b) => (near.get(b) ?? 0) - (near.get(a) ?? 0) || (a < b ? -1 : 1))
}
