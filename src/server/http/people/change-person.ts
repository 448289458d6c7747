import type { Assignment } from '../../../domain/people/assignment.ts'
import type { Directory } from '../../../domain/people/directory.ts'
import { assignmentValue, endNow } from '../../../domain/people/end-now.ts'
import { hasAdministrator } from '../../../domain/people/has-administrator.ts'
import { judgeAssignment } from '../../../domain/people/judge-assignment.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import type { Services } from '../environment.ts'

type Refusal = 'notFound' | 'notAnAssignment' | 'overlaps' | 'lastAdministrator'

type Given = Pick<Services, 'accounts' | 'authority' | 'referenceFeed' | 'clock' | 'dayOf'> & {
  readonly readDirectory: () => Promise<Directory>
  /** Who changes it. */
  readonly author: string
}

/** Adds an assignment, or changes the one with the same id. Under the lock on people. */
export async function changeAssignment(wanted: Assignment, given: Given): Promise<Result<void, Refusal>> {
  const directory = await given.readDirectory()
  const { person } = wanted
  if (!directory.people.has(person)) return err('notFound')
  const held = directory.assignmentsOf(person)
  const fault = judgeAssignment(wanted, { tree: directory.tree, held })
  if (fault) return err(fault.type === 'overlaps' ? 'overlaps' : 'notAnAssignment')
  const after = [...held.filter(({ id }) => id !== wanted.id), wanted]
  return write(person, { directory, after, changed: [[wanted.id, wanted]] }, given)
}

/** Ends all roles of a person, from now on; what has not begun is taken back. Under the lock on people. */
export async function deactivate(person: string, given: Given): Promise<Result<void, Refusal>> {
  const directory = await given.readDirectory()
  if (!directory.people.has(person)) return err('notFound')
  const today = given.dayOf(given.clock())
  const held = directory.assignmentsOf(person)
  const changed = held.flatMap((one): readonly (readonly [string, Assignment | null])[] => {
    const ended = endNow(one, today)
    return ended === undefined ? [] : [[one.id, ended]]
  })
  const ends = new Map(changed)
  const after = held.flatMap(one => ends.get(one.id) ?? (ends.has(one.id) ? [] : [one]))
  return write(person, { directory, after, changed }, given)
}

interface Change {
  readonly directory: Directory
  /** What the person holds then. */
  readonly after: readonly Assignment[]
  readonly changed: readonly (readonly [id: string, Assignment | null])[]
}

async function write(
  person: string,
  { directory, after, changed }: Change,
  { accounts, authority, referenceFeed, clock, dayOf, author }: Given,
): Promise<Result<void, Refusal>> {
  const today = dayOf(clock())
  const canSignIn = (await accounts.list()).map(account => account.person)
  const before = canSignIn.flatMap(directory.assignmentsOf)
  const then = canSignIn.flatMap(one => (one === person ? after : directory.assignmentsOf(one)))
  if (hasAdministrator(before, today) && !hasAdministrator(then, today)) return err('lastAdministrator')
  await authority.write(
    referenceFeed,
    changed.map(([id, assignment]) => ({
      type: 'person',
      thing: person,
      field: `assignments/${id}`,
      value: assignment && assignmentValue(assignment),
    })),
    author,
  )
  return ok(undefined)
}
