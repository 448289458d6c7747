import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import { selectInChunks } from './in-chunks.ts'
import { inTransaction } from './in-transaction.ts'
import type { Database } from './open-database.ts'
import type { DeviceRow, Tables } from './tables.ts'

/** A device in the hands of a person; a shared tablet has one for each of them. */
export interface Device {
  readonly device: string
  readonly person: string
  /** Both in milliseconds since 1970. */
  readonly firstSeenAt: number
  readonly lastContactAt: number
  /** Since when an administrator does not let it in. */
  readonly revokedAt: number | null
}

export interface DeviceStore {
  /** The device spoke. Contacts less than a minute apart are not written. */
  recordContact: (device: string, person: string, atMs: number) => Promise<void>
  listOf: (person: string) => Promise<readonly Device[]>
  /** All there are, the one that spoke last first. */
  list: () => Promise<readonly Device[]>
  isRevoked: (device: string) => Promise<boolean>
  /**
   * Ends every session that has spoken for the device, and the read tokens of its people, who may have made them on
   * it; false when no such device ever spoke.
   */
  revoke: (device: string, atMs: number) => Promise<boolean>
  /** Lets the device in again, after a new sign-in; false when it was not revoked. */
  allow: (device: string) => Promise<boolean>
  /** When any device of each person last spoke, milliseconds since 1970; those who never did are missing. */
  lastContactOfPeople: (people: readonly string[]) => Promise<ReadonlyMap<string, number>>
}

const leastGapMs = 60_000

export function createDeviceStore(database: Database): DeviceStore {
  const { db } = database
  return {
    async recordContact(device, person, atMs) {
      await db
        .insertInto('devices')
        .values({ device, person, first_seen_at: atMs, last_contact_at: atMs, revoked_at: null })
        .onConflict(conflict =>
          conflict
            .columns(['device', 'person'])
            .doUpdateSet({ last_contact_at: atMs })
            .where('devices.last_contact_at', '<=', atMs - leastGapMs),
        )
        .execute()
    },
    async listOf(person) {
      const rows = await db.selectFrom('devices').selectAll().where('person', '=', person).execute()
      return rows.map(rowToDevice)
    },
    async list() {
      const query = db.selectFrom('devices').selectAll().orderBy('last_contact_at', 'desc')
      return (await query.orderBy('device').execute()).map(rowToDevice)
    },
    async isRevoked(device) {
      const query = db.selectFrom('devices').select('device').where('device', '=', device)
      return (await query.where('revoked_at', 'is not', null).executeTakeFirst()) !== undefined
    },
    revoke: (device, atMs) =>
      inTransaction(database, async transaction => {
        const { numUpdatedRows } = await transaction
          .updateTable('devices')
          .set({ revoked_at: atMs })
          .where('device', '=', device)
          .executeTakeFirst()
        await transaction
          .updateTable('sessions')
          .set({ revoked_at: atMs })
          .where(isOfDevice(device))
          .execute()
        const people = transaction.selectFrom('devices').select('person').where('device', '=', device)
        await transaction.deleteFrom('read_tokens').where('person', 'in', people).execute()
        return numUpdatedRows > 0n
      }),
    allow: device =>
      inTransaction(database, async transaction => {
        const { numUpdatedRows } = await transaction
          .updateTable('devices')
          .set({ revoked_at: null })
          .where('device', '=', device)
          .where('revoked_at', 'is not', null)
          .executeTakeFirst()
        // Whoever had the tablet meanwhile does not get in with what is still in it.
        await transaction
          .deleteFrom('sessions')
          .where('revoked_at', 'is not', null)
          .where(isOfDevice(device))
          .execute()
        return numUpdatedRows > 0n
      }),
    async lastContactOfPeople(people) {
      const rows = await selectInChunks(people, chunk =>
        db
          .selectFrom('devices')
          .select(eb => ['person', eb.fn.max('last_contact_at').as('at')])
          .where('person', 'in', chunk)
          .groupBy('person')
          .execute(),
      )
      return new Map(rows.map(({ person, at }) => [person, at]))
    },
  }
}

/** Sessions that were made for a device, or have spoken for it since. */
function isOfDevice(device: string): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'sessions'>()
  const spoke = eb.selectFrom('session_devices').select('token_hash').where('device', '=', device)
  return eb.or([eb('device', '=', device), eb('token_hash', 'in', spoke)])
}

const rowToDevice = (row: DeviceRow): Device => ({
  device: row.device,
  person: row.person,
  firstSeenAt: row.first_seen_at,
  lastContactAt: row.last_contact_at,
  revokedAt: row.revoked_at,
})
