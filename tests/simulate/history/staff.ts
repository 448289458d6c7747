import { feedId } from '../../../src/domain/people/feed.ts'
import { people, referenceFeed } from '../commune.ts'
import type { SystemChange } from '../../../src/sync/authority/system-op.ts'

/** Whom the simulator believes to be in which commune; the server has to read it from its reference feed. */
export interface Staff {
  /** The person's own assignment stands. */
  readonly isIn: ReadonlyMap<string, boolean>
  /** A second commune in which the person has the same role for now. */
  readonly also: ReadonlyMap<string, string>
}

export const createStaff = (): Staff => ({
  isIn: new Map(Object.keys(people).map(person => [person, true])),
  also: new Map(),
})

/** Communes whose work a person reads. */
export function readsOf({ isIn, also }: Staff, person: string): ReadonlySet<string> {
  const own = isIn.get(person) ? (people[person]?.reads ?? []) : []
  const other = also.get(person)
  return new Set(other === undefined ? own : [...own, other])
}

/** Feeds that a person reads: what auditors work on is not for the commune itself. */
export function feedsOf(staff: Staff, person: string): ReadonlySet<string> {
  const reads = [...readsOf(staff, person)]
  const classes = people[person]?.role.startsWith('commune')
    ? (['unit'] as const)
    : (['unit', 'audit'] as const)
  const feeds = reads.flatMap(commune => classes.map(one => feedId(commune, one)))
  return new Set(reads.length > 0 ? [...feeds, referenceFeed] : feeds)
}

/** What the server has to be told. */
export function staffChanges({ isIn, also }: Staff, person: string): readonly SystemChange[] {
  const { role = '', at = '' } = people[person] ?? {}
  const past = { from: '2017-10-15', to: '2017-10-16' }
  const stands = { from: '2017-10-15', to: null }
  const other = also.get(person)
  const assignment = (id: string, unit: string, is: boolean): SystemChange => ({
    type: 'person',
    thing: person,
    field: `assignments/${id}`,
    value: { role, unit, ...(is ? stands : past) },
  })
  return [assignment('a', at, isIn.get(person) ?? false), assignment('b', other ?? at, other !== undefined)]
}
