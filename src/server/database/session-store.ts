import type { Database } from './open-database.ts'
import type { SessionRow } from './tables.ts'

/** A signed-in person on a device. The token itself is never stored, only its SHA-256. */
export interface Session {
  readonly tokenHash: string
  readonly person: string
  readonly device: string
  /** All in milliseconds since 1970. */
  readonly createdAt: number
  readonly seenAt: number
  readonly expiresAt: number
}

export interface SessionStore {
  create: (session: Session) => Promise<void>
  find: (tokenHash: string) => Promise<Session | undefined>
  /** Gives the session another token; false when there was none under the old one. */
  rotate: (tokenHash: string, next: Pick<Session, 'tokenHash' | 'seenAt' | 'expiresAt'>) => Promise<boolean>
  touch: (tokenHash: string, times: Pick<Session, 'seenAt' | 'expiresAt'>) => Promise<void>
  remove: (tokenHash: string) => Promise<void>
  removeAllOf: (person: string) => Promise<void>
  removeExpired: (nowMs: number) => Promise<void>
}

export function createSessionStore({ db }: Database): SessionStore {
  return {
    async create(session) {
      await db.insertInto('sessions').values(sessionToRow(session)).execute()
    },
    async find(tokenHash) {
      const query = db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash)
      const row = await query.executeTakeFirst()
      return row && rowToSession(row)
    },
    async rotate(tokenHash, next) {
      const { numUpdatedRows } = await db
        .updateTable('sessions')
        .set({ token_hash: next.tokenHash, seen_at: next.seenAt, expires_at: next.expiresAt })
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async touch(tokenHash, { seenAt, expiresAt }) {
      await db
        .updateTable('sessions')
        .set({ seen_at: seenAt, expires_at: expiresAt })
        .where('token_hash', '=', tokenHash)
        .execute()
    },
    async remove(tokenHash) {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
    },
    async removeAllOf(person) {
      await db.deleteFrom('sessions').where('person', '=', person).execute()
    },
    async removeExpired(nowMs) {
      await db.deleteFrom('sessions').where('expires_at', '<=', nowMs).execute()
    },
  }
}

const sessionToRow = (session: Session): SessionRow => ({
  token_hash: session.tokenHash,
  person: session.person,
  device: session.device,
  created_at: session.createdAt,
  seen_at: session.seenAt,
  expires_at: session.expiresAt,
})

const rowToSession = (row: SessionRow): Session => ({
  tokenHash: row.token_hash,
  person: row.person,
  device: row.device,
  createdAt: row.created_at,
  seenAt: row.seen_at,
  expiresAt: row.expires_at,
})
