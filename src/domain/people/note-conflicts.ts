import type { MovedRole } from './move-assignments.ts'

/** Something to settle after a change of units; nothing of it keeps the change back. */
export type UnitsNote =
  | { readonly type: 'twoLeaders'; readonly unit: string; readonly people: readonly string[] }
  /** Who reviews a successor came from several districts. */
  | { readonly type: 'severalOfficers'; readonly unit: string; readonly people: readonly string[] }
  /** Somebody works in a unit that they audit as well. */
  | { readonly type: 'ownAuditor'; readonly unit: string; readonly people: readonly string[] }
  | {
      readonly type: 'split'
      readonly unit: string
      readonly keeper: string
      readonly others: readonly string[]
    }

/** A commune that is split: one successor keeps its records, the others get territory. */
export interface Split {
  readonly unit: string
  readonly keeper: string
  readonly others: readonly string[]
}

/** What people have to settle among themselves, unit by unit. */
export function noteConflicts(moved: readonly MovedRole[], splits: readonly Split[]): readonly UnitsNote[] {
  const notes: UnitsNote[] = splits.map(split => ({ type: 'split', ...split }))
  for (const [unit, roles] of Map.groupBy(moved, ({ to }) => to)) {
    const holding = (...names: readonly string[]): readonly string[] => [
      ...new Set(roles.filter(({ role }) => names.includes(role)).map(({ person }) => person)),
    ]
    const leaders = holding('communeLeader')
    if (leaders.length > 1) notes.push({ type: 'twoLeaders', unit, people: leaders })
    const officers = holding('districtOfficer')
    if (officers.length > 1) notes.push({ type: 'severalOfficers', unit, people: officers })
    const auditors = new Set(holding('internalAuditor'))
    const both = holding('communeLeader', 'communeOfficial').filter(person => auditors.has(person))
    if (both.length > 0) notes.push({ type: 'ownAuditor', unit, people: both })
  }
  return notes
}
