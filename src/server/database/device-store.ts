import { selectInChunks } from './in-chunks.ts'
import type { Database } from './open-database.ts'

/** A device in the hands of a person; a shared tablet has one for each of them. */
export interface Device {
  readonly device: string
  readonly person: string
  /** Both in milliseconds since 1970. */
  readonly firstSeenAt: number
  readonly lastContactAt: number
}

export interface DeviceStore {
  /** The device spoke. Contacts less than a minute apart are not written. */
  recordContact: (device: string, person: string, atMs: number) => Promise<void>
  listOf: (person: string) => Promise<readonly Device[]>
  /** When any device of each person last spoke, milliseconds since 1970; those who never did are missing. */
  lastContactOfPeople: (people: readonly string[]) => Promise<ReadonlyMap<string, number>>
}

const leastGapMs = 60_000

export function createDeviceStore({ db }: Database): DeviceStore {
  return {
    async recordContact(device, person, atMs) {
      await db
        .insertInto('devices')
        .values({ device, person, first_seen_at: atMs, last_contact_at: atMs })
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
      return rows.map(row => ({
        device: row.device,
        person: row.person,
        firstSeenAt: row.first_seen_at,
        lastContactAt: row.last_contact_at,
      }))
    },
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
