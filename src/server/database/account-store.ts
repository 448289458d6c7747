import { err, ok, type Result } from '../../lib/result.ts'
import type { Database } from './open-database.ts'
import type { AccountRow } from './tables.ts'

/** How a person signs in. Name and roles are entries of the reference feed. */
export interface Account {
  readonly person: string
  readonly username: string
  readonly passwordHash: string
  /** Wrong passwords since the last right one. */
  readonly failures: number
  /** Milliseconds since 1970; 0 when never locked. */
  readonly lockedUntil: number
}

export type UsernameTaken = { readonly type: 'usernameTaken'; readonly username: string }

export interface AccountStore {
  /** A person has one account; creating it again under the same username sets the password. */
  create: (
    account: Pick<Account, 'person' | 'username' | 'passwordHash'>,
  ) => Promise<Result<void, UsernameTaken>>
  /** Upper and lower case are the same. */
  findByUsername: (username: string) => Promise<Account | undefined>
  findByPerson: (person: string) => Promise<Account | undefined>
  list: () => Promise<readonly Account[]>
  /** Sets the password and forgets failures and lock. */
  setPassword: (person: string, passwordHash: string) => Promise<void>
  /** Counts one wrong password; resolves to how many there are now. */
  countFailure: (person: string) => Promise<number>
  lockUntil: (person: string, atMs: number) => Promise<void>
  clearFailures: (person: string) => Promise<void>
}

export function createAccountStore({ db }: Database): AccountStore {
  const change = async (person: string, set: Partial<AccountRow>): Promise<void> => {
    await db.updateTable('accounts').set(set).where('person', '=', person).execute()
  }
  const find = async (column: 'person' | 'username_key', value: string): Promise<Account | undefined> => {
    const row = await db.selectFrom('accounts').selectAll().where(column, '=', value).executeTakeFirst()
    return row && rowToAccount(row)
  }

  return {
    async create({ person, username, passwordHash }) {
      const username_key = usernameKey(username)
      const row = {
        person,
        username,
        username_key,
        password_hash: passwordHash,
        failures: 0,
        locked_until: 0,
      }
      const inserted = await db
        .insertInto('accounts')
        .values(row)
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      if (inserted.numInsertedOrUpdatedRows === 1n) return ok(undefined)
      const own = await find('person', person)
      if (!own || usernameKey(own.username) !== username_key) return err({ type: 'usernameTaken', username })
      await change(person, { password_hash: passwordHash, failures: 0, locked_until: 0 })
      return ok(undefined)
    },
    findByUsername: username => find('username_key', usernameKey(username)),
    findByPerson: person => find('person', person),
    async list() {
      const rows = await db.selectFrom('accounts').selectAll().orderBy('username_key').execute()
      return rows.map(rowToAccount)
    },
    setPassword: (person, passwordHash) =>
      change(person, { password_hash: passwordHash, failures: 0, locked_until: 0 }),
    async countFailure(person) {
      const row = await db
        .updateTable('accounts')
        .set(eb => ({ failures: eb('failures', '+', 1) }))
        .where('person', '=', person)
        .returning('failures')
        .executeTakeFirst()
      return row?.failures ?? 0
    },
    lockUntil: (person, atMs) => change(person, { locked_until: atMs }),
    clearFailures: person => change(person, { failures: 0, locked_until: 0 }),
  }
}

const usernameKey = (username: string): string => username.normalize('NFC').trim().toLowerCase()

const rowToAccount = (row: AccountRow): Account => ({
  person: row.person,
  username: row.username,
  passwordHash: row.password_hash,
  failures: row.failures,
  lockedUntil: row.locked_until,
})
