import { randomBytes } from 'node:crypto'
import { leastPassword } from '../../../domain/people/new-password.ts'
import { isUsername } from '../../../domain/people/username.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import type { Services } from '../../http/environment.ts'
import { referenceFeed } from '../seed-reference.ts'
import { assignmentChange } from './assign-role.ts'
import { loadDirectory } from './load-directory.ts'
import type { NewAssignment } from './read-assignment.ts'

interface NewPerson {
  readonly username: string
  readonly name: string
  readonly password: string
  readonly assignments: readonly NewAssignment[]
}

/** Why a username cannot be one; undefined when it can. */
export const faultOfUsername = (username: string): string | undefined =>
  isUsername(username) ? undefined : `"${username}" is no username: 2 to 50 letters, digits, dots, dashes.`

export const faultOfPassword = (password: string): string | undefined =>
  password.length >= leastPassword ? undefined : `A password has at least ${leastPassword} characters.`

/** A way to sign in, a name and roles. Gives the person's id. */
export async function createAccount(
  services: Pick<Services, 'accounts' | 'entries' | 'authority' | 'passwords'>,
  { username, name, password, assignments }: NewPerson,
): Promise<Result<string, string>> {
  const { accounts, authority, passwords } = services
  const fault =
    faultOfUsername(username) ??
    (name.trim() === '' ? 'The name is empty.' : undefined) ??
    faultOfPassword(password)
  if (fault !== undefined) return err(fault)
  const before = await accounts.findByUsername(username)
  const { people } = await loadDirectory(services)
  // An account without a person was cut short when it was made: this finishes it.
  if (before && people.has(before.person)) return err(`The username "${username}" is taken.`)
  const person = before?.person ?? `p-${randomBytes(12).toString('base64url')}`
  const created = await accounts.create({ person, username, passwordHash: await passwords.hash(password) })
  if (!created.ok) return err(`The username "${username}" is taken.`)
  await authority.write(referenceFeed, [
    { type: 'person', thing: person, field: 'name', value: name.trim().normalize('NFC') },
    ...assignments.map(assignment => assignmentChange(person, assignment)),
  ])
  return ok(person)
}
