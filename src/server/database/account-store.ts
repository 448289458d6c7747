import type { Kysely } from 'kysely'
import { usernameKey } from '../../domain/people/username.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import { inTransaction } from './in-transaction.ts'
import type { Database } from './open-database.ts'
import type { AccountRow, Tables } from './tables.ts'

/** How a person signs in. Name and roles are entries of the reference feed. */
export interface Account {
  readonly person: string
  readonly username: string
  readonly passwordHash: string
  /** Wrong passwords since the last right one. */
  readonly failures: number
  /** Milliseconds since 1970; 0 when never locked. */
  readonly lockedUntil: number
  /** Somebody else made the password: it opens nothing but its own replacement. */
  readonly isOneTime: boolean
}

export type NewAccount = Pick<Account, 'person' | 'username' | 'passwordHash'> &
  Partial<Pick<Account, 'isOneTime'>>

export type UsernameTaken = { readonly type: 'usernameTaken'; readonly username: string }

export interface AccountStore {
  /** A person has one account; creating it again under the same username sets the password. */
  create: (account: NewAccount) => Promise<Result<void, UsernameTaken>>
  /** Like `create` for each of them, all or none. */
  createAll: (accounts: readonly NewAccount[]) => Promise<Result<void, UsernameTaken>>
  /** Upper and lower case are the same. */
  findByUsername: (username: string) => Promise<Account | undefined>
  findByPerson: (person: string) => Promise<Account | undefined>
  list: () => Promise<readonly Account[]>
  /** Sets the password and forgets failures and lock. */
  setPassword: (person: string, passwordHash: string, isOneTime?: boolean) => Promise<void>
  /** The person's own new password for the one they know; false when that one was replaced meanwhile. */
  replacePassword: (person: string, before: string, after: string) => Promise<boolean>
  /** Counts one wrong password; resolves to how many there are now. */
  countFailure: (person: string) => Promise<number>
  lockUntil: (person: string, atMs: number) => Promise<void>
  clearFailures: (person: string) => Promise<void>
}

export function createAccountStore(database: Database): AccountStore {
  const { db } = database
  const change = async (person: string, set: Partial<AccountRow>): Promise<void> => {
    await db.updateTable('accounts').set(set).where('person', '=', person).execute()
  }
  const find = async (column: 'person' | 'username_key', value: string): Promise<Account | undefined> => {
    const row = await db.selectFrom('accounts').selectAll().where(column, '=', value).executeTakeFirst()
    return row && rowToAccount(row)
  }

  return {
    create: account => create(db, account),
    async createAll(accounts) {
      try {
        await inTransaction(database, async transaction => {
          for (const account of accounts) {
            const created = await create(transaction, account)
            if (!created.ok) throw new Taken(created.error)
          }
        })
        return ok(undefined)
      } catch (error) {
        if (error instanceof Taken) return err(error.why)
        throw error
      }
    },
    findByUsername: username => find('username_key', usernameKey(username)),
    findByPerson: person => find('person', person),
    async list() {
      const rows = await db.selectFrom('accounts').selectAll().orderBy('username_key').execute()
      return rows.map(rowToAccount)
    },
    setPassword: (person, passwordHash, isOneTime = false) =>
      change(person, fresh({ passwordHash, isOneTime })),
    async replacePassword(person, before, after) {
      const updated = await db
        .updateTable('accounts')
        .set(fresh({ passwordHash: after }))
        .where('person', '=', person)
        .where('password_hash', '=', before)
        .executeTakeFirst()
      return updated.numUpdatedRows === 1n
    },
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

/** Ends the transaction in which others were created before. */
class Taken extends Error {
  readonly why: UsernameTaken
  constructor(why: UsernameTaken) {
    super(why.type)
    this.why = why
  }
}

async function create(
  db: Kysely<Tables>,
  { person, username, ...password }: NewAccount,
): Promise<Result<void, UsernameTaken>> {
  const username_key = usernameKey(username)
  const own = fresh(password)
  const inserted = await db
    .insertInto('accounts')
    .values({ person, username, username_key, ...own })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return ok(undefined)
  const updated = await db
    .updateTable('accounts')
    .set(own)
    .where('person', '=', person)
    .where('username_key', '=', username_key)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n ? ok(undefined) : err({ type: 'usernameTaken', username })
}

const fresh = ({ passwordHash, isOneTime = false }: Pick<NewAccount, 'passwordHash' | 'isOneTime'>) => ({
  password_hash: passwordHash,
  failures: 0,
  locked_until: 0,
  is_one_time: isOneTime ? 1 : 0,
})

const rowToAccount = (row: AccountRow): Account => ({
  person: row.person,
  username: row.username,
  passwordHash: row.password_hash,
  failures: row.failures,
  lockedUntil: row.locked_until,
  isOneTime: row.is_one_time === 1,
})
