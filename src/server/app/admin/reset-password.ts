import { passwordChange } from '../../../domain/people/password-change.ts'
import { err, ok } from '../../../lib/result.ts'
import { nameKey } from '../../http/session-route.ts'
import type { Command } from './command.ts'
import { faultOfPassword } from './create-account.ts'

/** Tablets that are signed in keep working offline and ask to sign in again; their unsent work stays (SY10). */
export const resetPassword: Command = {
  summary: 'Sets a new password and signs the person out everywhere.',
  needs: { username: 'whose' },
  asksPassword: true,
  async run(
    { accounts, authority, referenceFeed, sessions, tries, passwords, deviceKeys, readTokens, clock },
    { options, askPassword },
  ) {
    const { username = '' } = options
    const account = await accounts.findByUsername(username)
    if (!account) return err(`Nobody has the username "${username}".`)
    const password = await askPassword()
    if (!password.ok) return password
    const fault = faultOfPassword(password.value)
    if (fault !== undefined) return err(fault)
    const hash = await passwords.hash(password.value)
    await authority.write(referenceFeed, [passwordChange(account.person, 'operator', clock())])
    await accounts.setPassword(account.person, hash)
    await tries.forget(nameKey(username))
    await sessions.removeAllOf(account.person)
    await readTokens.removeAllOf(account.person)
    // A tablet that was lost signs nothing any more; one that is still theirs registers anew at the next sign-in.
    await deviceKeys.revokeAllOf(account.person, clock())
    return ok([`${username} has a new password and has to sign in again everywhere.`])
  },
}
