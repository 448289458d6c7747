import { isOwnWork, type OwnWork } from '../people/own-work.ts'

/**
 * Gives areas to a team, each to whoever has the fewest so far and does not work there. An area that nobody of the team
 * may audit is left out.
 */
export function shareOutAreas(
  areas: readonly string[],
  team: readonly string[],
  ownWorkOf: (person: string) => OwnWork,
): ReadonlyMap<string, string> {
  const auditors = new Map<string, string>()
  const counts = new Map(team.map(person => [person, 0]))
  for (const area of areas) {
    const [first] = team
      .filter(person => !isOwnWork(ownWorkOf(person), area))
      .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
    if (first === undefined) continue
    auditors.set(area, first)
    counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  return auditors
}
