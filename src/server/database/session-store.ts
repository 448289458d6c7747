import type { Database } from './open-database.ts'
import type { SessionRow } from './tables.ts'

/** A signed-in person on a device. The token itself is never stored, only its SHA-256. */
export interface Session {
  readonly tokenHash: string
  readonly person: string
  /** As told at sign-in; '' when it was not. */
  readonly device: string
  /** All in milliseconds since 1970. */
  readonly createdAt: number
  readonly seenAt: number
  readonly expiresAt: number
  /** When a device it has spoken for was revoked. */
  readonly revokedAt: number | null
}

export interface SessionStore {
  create: (session: Omit<Session, 'revokedAt'>) => Promise<void>
  find: (tokenHash: string) => Promise<Session | undefined>
  /** The session speaks for a device: it ends when that one is revoked. */
  noteDevice: (tokenHash: string, device: string) => Promise<void>
  revoke: (tokenHash: string, atMs: number) => Promise<void>
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
    async noteDevice(tokenHash, device) {
      await db
        .insertInto('session_devices')
        .values({ token_hash: tokenHash, device })
        .onConflict(conflict => conflict.doNothing())
        .execute()
    },
    async revoke(tokenHash, atMs) {
      await db.updateTable('sessions').set({ revoked_at: atMs }).where('token_hash', '=', tokenHash).execute()
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
      await db
        .deleteFrom('session_devices')
        .where('token_hash', 'not in', eb => eb.selectFrom('sessions').select('token_hash'))
        .execute()
    },
  }
}

const sessionToRow = (session: Omit<Session, 'revokedAt'>): SessionRow => ({
  token_hash: session.tokenHash,
  person: session.person,
  device: session.device,
  created_at: session.createdAt,
  seen_at: session.seenAt,
  expires_at: session.expiresAt,
  revoked_at: null,
})

const rowToSession = (row: SessionRow): Session => ({
  tokenHash: row.token_hash,
  person: row.person,
  device: row.device,
  createdAt: row.created_at,
  seenAt: row.seen_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
})
