import { inTransaction } from './in-transaction.ts'
import type { Database } from './open-database.ts'
import type { ReadTokenRow } from './tables.ts'

/** What a program of a person reads with, in the person's scope. The token itself is never stored, only its SHA-256. */
export interface ReadToken {
  readonly id: string
  readonly tokenHash: string
  readonly person: string
  /** What its person calls it. */
  readonly name: string
  /** All in milliseconds since 1970. */
  readonly createdAt: number
  readonly expiresAt: number
  readonly usedAt: number | null
}

export interface ReadTokenStore {
  /** False when the person has `most` already that have not expired; expired ones of the person are dropped. */
  create: (token: Omit<ReadToken, 'usedAt'>, most: number) => Promise<boolean>
  find: (tokenHash: string) => Promise<ReadToken | undefined>
  /** The newest first. */
  listOf: (person: string) => Promise<readonly ReadToken[]>
  touch: (id: string, usedAt: number) => Promise<void>
  /** False when the person has no such token. */
  remove: (person: string, id: string) => Promise<boolean>
  removeAllOf: (person: string) => Promise<void>
}

export function createReadTokenStore(database: Database): ReadTokenStore {
  const { db, engine } = database
  return {
    create: (token, most) =>
      inTransaction(database, async transaction => {
        // The account's row is the lock: two tabs at once make no eleventh.
        const account = transaction.selectFrom('accounts').select('person').where('person', '=', token.person)
        await (engine === 'postgres' ? account.forUpdate() : account).execute()
        await transaction
          .deleteFrom('read_tokens')
          .where('person', '=', token.person)
          .where('expires_at', '<=', token.createdAt)
          .execute()
        const query = transaction.selectFrom('read_tokens').select('id').where('person', '=', token.person)
        if ((await query.execute()).length >= most) return false
        await transaction.insertInto('read_tokens').values(tokenToRow(token)).execute()
        return true
      }),
    async find(tokenHash) {
      const query = db.selectFrom('read_tokens').selectAll().where('token_hash', '=', tokenHash)
      const row = await query.executeTakeFirst()
      return row && rowToToken(row)
    },
    async listOf(person) {
      const query = db.selectFrom('read_tokens').selectAll().where('person', '=', person)
      return (await query.orderBy('created_at', 'desc').orderBy('id').execute()).map(rowToToken)
    },
    async touch(id, usedAt) {
      await db.updateTable('read_tokens').set({ used_at: usedAt }).where('id', '=', id).execute()
    },
    async remove(person, id) {
      const query = db.deleteFrom('read_tokens').where('person', '=', person).where('id', '=', id)
      return (await query.executeTakeFirst()).numDeletedRows > 0n
    },
    async removeAllOf(person) {
      await db.deleteFrom('read_tokens').where('person', '=', person).execute()
    },
  }
}

const tokenToRow = (token: Omit<ReadToken, 'usedAt'>): ReadTokenRow => ({
  id: token.id,
  token_hash: token.tokenHash,
  person: token.person,
  name: token.name,
  created_at: token.createdAt,
  expires_at: token.expiresAt,
  used_at: null,
})

const rowToToken = (row: ReadTokenRow): ReadToken => ({
  id: row.id,
  tokenHash: row.token_hash,
  person: row.person,
  name: row.name,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
})
