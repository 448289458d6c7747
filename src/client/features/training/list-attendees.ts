import type { Road } from '../../../domain/qms/road.ts'
import type { Training } from '../../../domain/qms/training.ts'

export interface Attendee {
  readonly key: string
  readonly name: string
  readonly post: string
  readonly isPresent: boolean
  /** Not on the list of people in scope: added at the session. */
  readonly isGuest: boolean
}

/**
 * Everybody who was invited or was there, by given name as Vietnamese lists have it. Who was there keeps the name of that
 * day, whatever became of them; who was invited and has left the list since is left out.
 */
export function listAttendees({ invited, attendance }: Training, { staff }: Road): readonly Attendee[] {
  const keys = new Set([...invited, ...attendance.keys()])
  return [...keys]
    .flatMap(key => {
      const there = attendance.get(key)
      const known = there ?? staff.get(key)
      if (!known) return []
      const { name, post } = known
      return [{ key, name, post, isPresent: there !== undefined, isGuest: !staff.has(key) }]
    })
    .sort((a, b) => byGivenName.compare(givenFirst(a.name), givenFirst(b.name)))
}

const byGivenName = new Intl.Collator('vi')

const givenFirst = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  return [words.at(-1), ...words.slice(0, -1)].join(' ')
}
