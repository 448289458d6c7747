import type { UnitsProblem } from '../../../domain/people/resolve-units-change.ts'

/**
 * The day on which all communes of a change have ended already, and how many they are: it was carried out before. One
 * sentence says so, where each commune and each new unit would have one of its own.
 */
export function findDoneBefore(
  problems: readonly UnitsProblem[],
): { readonly day: string; readonly count: number } | undefined {
  const ended = problems.filter(one => one.type === 'endsAlready')
  const [first] = ended
  if (!first || ended.length < 2) return undefined
  const isSame = (one: UnitsProblem): boolean =>
    one.type === 'codeInUse' || (one.type === 'endsAlready' && one.day === first.day)
  return problems.every(isSame) ? { day: first.day, count: ended.length } : undefined
}
