import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { PasswordVerifier } from './password-verifier.ts'

/** A person who has signed in on this tablet. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly username: string
  /** Milliseconds since 1970. */
  readonly lastUsedAt: number
  /** Undefined until they have signed in online here once. */
  readonly verifier?: PasswordVerifier
  /** Ops in their outbox when last counted, for the list at sign-in. */
  readonly waitingOps: number
  /** Their database has been used on this tablet: from then on, finding it empty is a loss (ST5). */
  readonly hasDatabase: boolean
}

/** The tablet's own settings. */
export interface DeviceSettings {
  readonly currentPerson: string | null
  readonly language: string | null
  /** The person left while offline; the server is still to be told. */
  readonly pendingSignOut: string | null
  /** In which mode the server said it runs: `demo` or `production`. */
  readonly mode: string | null
  /** The response that a citizen fills while the tablet is in their hands; null while it is with the official. */
  readonly handover: string | null
  /** Wrong passwords since it was handed over, as `password-tries.ts` writes them. */
  readonly handoverTries: string | null
}

export type DeviceDatabase = Dexie & {
  readonly people: Table<KnownPerson, string>
  readonly settings: Table<{ readonly key: keyof DeviceSettings; readonly value: string | null }, string>
}

/** The one small database that all people of the tablet share (ST4). Opens itself when first used. */
export function createDeviceDatabase(
  options: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {},
): DeviceDatabase {
  const db = new Dexie('isoxa-device', {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    ...options,
  }) as DeviceDatabase
  db.version(1).stores({ people: 'id', settings: 'key' })
  return db
}
