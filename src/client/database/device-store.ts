import { liveQuery, type Observable } from 'dexie'
import type { DeviceDatabase, DeviceSettings, KnownPerson } from './device-database.ts'

/** Who uses this tablet, and its settings. */
export interface DeviceStore {
  /** Whoever used the tablet last comes first. */
  listPeople: () => Promise<readonly KnownPerson[]>
  getPerson: (id: string) => Promise<KnownPerson | undefined>
  /** Adds a person or changes what is known of one; what is left out stays. */
  putPerson: (person: PersonChange) => Promise<void>
  settings: () => Promise<DeviceSettings>
  changeSettings: (change: Partial<DeviceSettings>) => Promise<void>
  /** `handover`, now and whenever this or another tab changes it. */
  watchHandover: () => Observable<string | null>
}

export type PersonChange = Pick<KnownPerson, 'id'> & Partial<KnownPerson>

const nobody = { name: '', username: '', lastUsedAt: 0, waitingOps: 0, hasDatabase: false }
const emptySettings: DeviceSettings = {
  currentPerson: null,
  language: null,
  pendingSignOut: null,
  mode: null,
  handover: null,
  handoverTries: null,
}

export function createDeviceStore(db: DeviceDatabase): DeviceStore {
  const { people, settings } = db
  return {
    async listPeople() {
      const known = await people.toArray()
      return known.sort((a, b) => b.lastUsedAt - a.lastUsedAt)
    },
    getPerson: id => people.get(id),
    putPerson: change =>
      db.transaction('rw', 'people', async transaction => {
        const table: typeof people = transaction.table('people')
        const known = await table.get(change.id)
        await table.put({ ...nobody, ...known, ...change })
      }),
    async settings() {
      const stored = await settings.toArray()
      return { ...emptySettings, ...Object.fromEntries(stored.map(({ key, value }) => [key, value])) }
    },
    watchHandover: () => liveQuery(async () => (await settings.get('handover'))?.value ?? null),
    async changeSettings(change) {
      const entries = Object.entries(change) as [keyof DeviceSettings, string | null][]
      await settings.bulkPut(entries.map(([key, value]) => ({ key, value })))
    },
  }
}
