import { randomBytes } from 'node:crypto'
import { assignmentValue } from '../../../domain/people/end-now.ts'
import type { Directory } from '../../../domain/people/directory.ts'
import type { NewPerson } from '../../../domain/people/new-person.ts'
import { refuseNewPeople } from '../../../domain/people/refuse-new-people.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import type { Services } from '../environment.ts'
import { oneTimePassword } from './one-time-password.ts'
import { takenUsernames } from './taken-usernames.ts'

export interface MadePerson {
  readonly person: string
  readonly username: string
  readonly name: string
  readonly password: string
}

type Given = Pick<Services, 'accounts' | 'authority' | 'passwords' | 'referenceFeed' | 'oneAtATime'> & {
  readonly readDirectory: () => Promise<Directory>
  /** Who adds them. */
  readonly author: string
}

/** What the lock on people and their roles is called. */
export const peopleLock = 'people'

/** Each costs a good part of a core for some hundredths of a second; other requests want their turn too. */
const hashesAtOnce = 2

/** Adds people with a password each, all or none; says why not with the first fault. */
export async function createPeople(
  people: readonly NewPerson[],
  given: Given,
): Promise<Result<readonly MadePerson[], 'usernameTaken' | 'notAnAssignment' | 'overlaps' | 'badRequest'>> {
  const { accounts, authority, passwords, referenceFeed, oneAtATime, readDirectory, author } = given
  const judge = async () => {
    const directory = await readDirectory()
    return refuseNewPeople(people, {
      tree: directory.tree,
      taken: takenUsernames(await accounts.list(), directory),
    })
  }
  // Before the hashing too, which is the costly part.
  const early = await judge()
  if (early) return err(early)
  const secrets = people.map(oneTimePassword)
  const hashes: string[] = []
  for (let at = 0; at < secrets.length; at += hashesAtOnce)
    hashes.push(...(await Promise.all(secrets.slice(at, at + hashesAtOnce).map(passwords.hash))))
  return oneAtATime(peopleLock, async () => {
    const late = await judge()
    if (late) return err(late)
    const known = new Map((await accounts.list()).map(({ username, person }) => [username, person]))
    const made = people.map(({ username, name }, at) => ({
      // An account without a person was cut short when it was made: this finishes it.
      person: known.get(username) ?? `p-${randomBytes(12).toString('base64url')}`,
      username,
      name,
      password: secrets[at] ?? '',
    }))
    const created = await accounts.createAll(
      made.map(({ person, username }, at) => ({
        person,
        username,
        passwordHash: hashes[at] ?? '',
        isOneTime: true,
      })),
    )
    if (!created.ok) return err('usernameTaken')
    await authority.write(
      referenceFeed,
      made.flatMap(({ person, name }, at) => [
        { type: 'person', thing: person, field: 'name', value: name },
        ...(people[at]?.assignments ?? []).map(assignment => ({
          type: 'person',
          thing: person,
          field: `assignments/${assignmentId(assignment)}`,
          value: assignmentValue(assignment),
        })),
      ]),
      author,
    )
    return ok(made)
  })
}

/** The same role in the same unit from the same day is the same assignment. */
export const assignmentId = ({ unit, role, from }: NewPerson['assignments'][number]): string =>
  `${unit.split('@')[0]}-${role}-${from}`
