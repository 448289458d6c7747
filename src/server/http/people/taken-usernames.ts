import type { Directory } from '../../../domain/people/directory.ts'
import { usernameKey } from '../../../domain/people/username.ts'
import type { Account } from '../../database/account-store.ts'

/** Usernames that a person has. An account without a person was cut short when it was made, and may be finished. */
export const takenUsernames = (
  accounts: readonly Pick<Account, 'person' | 'username'>[],
  { people }: Pick<Directory, 'people'>,
): ReadonlySet<string> =>
  new Set(accounts.filter(({ person }) => people.has(person)).map(({ username }) => usernameKey(username)))
