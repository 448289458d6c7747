import type { Database } from './open-database.ts'

/** What a device of a person signs with; only the public half ever leaves the device. */
export interface DeviceKey {
  /** SHA-256 of the public key, base64url. */
  readonly id: string
  readonly person: string
  readonly device: string
  /** Uncompressed point on P-256, base64url. */
  readonly publicKey: string
}

export interface DeviceKeyStore {
  /** Once more makes a revoked key count again: its person has signed in anew. False when it is another person's. */
  register: (key: DeviceKey, atMs: number) => Promise<boolean>
  find: (id: string) => Promise<(DeviceKey & { readonly isRevoked: boolean }) | undefined>
  revokeAllOf: (person: string, atMs: number) => Promise<void>
}

export function createDeviceKeyStore({ db }: Database): DeviceKeyStore {
  const find: DeviceKeyStore['find'] = async id => {
    const row = await db.selectFrom('device_keys').selectAll().where('id', '=', id).executeTakeFirst()
    return (
      row && {
        id: row.id,
        person: row.person,
        device: row.device,
        publicKey: row.public_key,
        isRevoked: row.revoked_at !== null,
      }
    )
  }
  return {
    async register({ id, person, device, publicKey }, atMs) {
      await db
        .insertInto('device_keys')
        .values({ id, person, device, public_key: publicKey, registered_at: atMs, revoked_at: null })
        .onConflict(conflict =>
          conflict
            .column('id')
            .doUpdateSet({ device, registered_at: atMs, revoked_at: null })
            .where('device_keys.person', '=', person),
        )
        .execute()
      return (await find(id))?.person === person
    },
    find,
    async revokeAllOf(person, atMs) {
      await db
        .updateTable('device_keys')
        .set({ revoked_at: atMs })
        .where('person', '=', person)
        .where('revoked_at', 'is', null)
        .execute()
    },
  }
}
