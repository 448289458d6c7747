import { searchKey } from '../../lib/search-key.ts'
import type { QmsFacts, TrainingSession } from './qms-facts.ts'
import type { Road, StaffMember } from './road.ts'

export interface CoveredPerson {
  /** Id in the road's staff. */
  readonly id: string
  readonly member: StaffMember
  /** Held sessions on the subject in which they were, oldest first; none: they are still to be trained. */
  readonly sessions: readonly TrainingSession[]
}

/** Who works within the scope on a day. */
export const staffOn = (
  { staff }: Pick<Road, 'staff'>,
  day: string,
): readonly (readonly [string, StaffMember])[] =>
  [...staff].filter(([, { from, to }]) => from <= day && (to === null || day <= to))

/**
 * Everybody in scope on a day, with the sessions on a subject in which they were. A member of the staff is known by their
 * id; who stands on a list by name only (the attendance form, a guest) by that name, whatever its marks.
 */
export function trainingCoverage(
  { road, sessions }: Pick<QmsFacts, 'road' | 'sessions'>,
  subject: string,
  today: string,
): readonly CoveredPerson[] {
  const own = sessions.filter(one => one.subject === subject)
  return staffOn(road, today).map(([id, member]) => ({
    id,
    member,
    sessions: own.filter(({ present }) => present.some(one => isOne(road, one, id, member.name))),
  }))
}

function isOne({ staff }: Road, one: TrainingSession['present'][number], id: string, name: string): boolean {
  if (one.key === id) return true
  const isMember = one.key !== undefined && staff.has(one.key)
  return !isMember && searchKey(one.name) === searchKey(name)
}

/** Sessions on a subject that are planned or begun, and neither held nor cancelled. */
export const listOpenTrainings = (
  { trainings, sessions }: Pick<QmsFacts, 'trainings' | 'sessions'>,
  subject: string,
): readonly string[] =>
  [...trainings]
    .filter(
      ([thing, { topic, cancelled }]) =>
        topic === subject && cancelled === undefined && !sessions.some(one => one.thing === thing),
    )
    .map(([thing]) => thing)

/** Names of everybody who was trained in a subject and has not left the scope since, guests among them. */
export function listTrained(
  { road, sessions }: Pick<QmsFacts, 'road' | 'sessions'>,
  subject: string,
  today: string,
): readonly string[] {
  const people = new Map<string, string>()
  for (const one of sessions)
    for (const { key, name } of one.subject === subject ? one.present : []) {
      const member = key === undefined ? undefined : road.staff.get(key)
      if (member?.to != null && member.to < today) continue
      people.set(searchKey(member?.name ?? name), member?.name ?? name)
    }
  return [...people.values()]
}
