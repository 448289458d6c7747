import { toBase64url } from '../../lib/base64url.ts'
import { inTransaction, type PersonDatabase } from './person-database.ts'

/** What this device signs a person's work with, when it has to leave as a file (SY16). */
export interface DeviceKey {
  /** SHA-256 of the public key, base64url; the server knows it under this name. */
  readonly id: string
  /** Uncompressed point on P-256, base64url. */
  readonly publicKey: string
  /** Cannot be read out of the browser. */
  readonly privateKey: CryptoKey
  /**
   * `lastUsedAt` of the sign-in after which the server last confirmed the key; null before the first time. Compared for
   * sameness only, whatever the tablet's clock said.
   */
  readonly registeredFor: number | null
}

/** The device's key for this person; made when first asked for, and the same from then on. */
export async function findDeviceKey(db: PersonDatabase): Promise<DeviceKey> {
  const stored = await db.meta.get('deviceKey')
  if (stored) return stored.value as DeviceKey
  const made = await makeDeviceKey()
  // Another tab may have been quicker.
  return inTransaction(db, 'rw', ['meta'], async ({ meta }) => {
    const first = await meta.get('deviceKey')
    if (first) return first.value as DeviceKey
    await meta.put({ key: 'deviceKey', value: made })
    return made
  })
}

export async function noteKeyRegistered(db: PersonDatabase, key: DeviceKey, signIn: number): Promise<void> {
  await db.meta.put({ key: 'deviceKey', value: { ...key, registeredFor: signIn } })
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const

async function makeDeviceKey(): Promise<DeviceKey> {
  // P-256, since Ed25519 is missing from the browsers of older tablets.
  const pair = await crypto.subtle.generateKey(curve, false, ['sign', 'verify'])
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const id = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', raw)))
  return { id, publicKey: toBase64url(raw), privateKey: pair.privateKey, registeredFor: null }
}

/** ECDSA with SHA-256, r and s, base64url. */
export async function signWith({ privateKey }: DeviceKey, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes)
  return toBase64url(new Uint8Array(signature))
}
