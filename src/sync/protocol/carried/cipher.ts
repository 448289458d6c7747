import { strToU8 } from 'fflate'
import type { Bytes, FileHeader } from './file-header.ts'

/** What is used of WebCrypto, which browsers and Node have alike; `K` is its key. */
export interface Subtle<K> {
  importKey(
    format: 'raw',
    bytes: Bytes,
    algorithm: 'PBKDF2',
    extractable: boolean,
    uses: 'deriveKey'[],
  ): Promise<K>
  deriveKey(
    algorithm: { name: 'PBKDF2'; hash: 'SHA-256'; salt: Bytes; iterations: number },
    key: K,
    derived: { name: 'AES-GCM'; length: 256 },
    extractable: boolean,
    uses: ('encrypt' | 'decrypt')[],
  ): Promise<K>
  encrypt(algorithm: GcmGiven, key: K, bytes: Bytes): Promise<ArrayBuffer>
  decrypt(algorithm: GcmGiven, key: K, bytes: Bytes): Promise<ArrayBuffer>
}

interface GcmGiven {
  name: 'AES-GCM'
  iv: Bytes
  additionalData: Bytes
}

/** Seals and opens numbered slots of one file. A slot opens only under its own number, in its own file. */
export interface Cipher {
  readonly seal: (slot: number, plain: Bytes) => Promise<Bytes>
  /** Undefined when it is damaged. */
  readonly open: (slot: number, sealed: Bytes) => Promise<Bytes | undefined>
}

/** Bytes that sealing adds. */
export const tagBytes = 16

/** The number of no slot. */
const checkSlot = 0xffff_ffff

/** The key of some words; it cannot be read out again. Takes about a second on a tablet, as it is meant to. */
export async function deriveFileKey<K>(
  subtle: Subtle<K>,
  words: string,
  { salt, iterations }: Pick<FileHeader, 'salt' | 'iterations'>,
): Promise<K> {
  const typed = await subtle.importKey('raw', new Uint8Array(strToU8(words)), 'PBKDF2', false, ['deriveKey'])
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    typed,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

export function createCipher<K>(subtle: Subtle<K>, key: K, header: Omit<FileHeader, 'check'>): Cipher {
  const additionalData = boundTo(header)
  const given = (slot: number): GcmGiven => {
    const iv = new Uint8Array(12)
    iv.set(header.prefix)
    new DataView(iv.buffer).setUint32(8, slot)
    return { name: 'AES-GCM', iv, additionalData }
  }
  return {
    seal: async (slot, plain) => new Uint8Array(await subtle.encrypt(given(slot), key, plain)),
    open: async (slot, sealed) => {
      try {
        return new Uint8Array(await subtle.decrypt(given(slot), key, sealed))
      } catch {
        return undefined
      }
    },
  }
}

/** What a header needs as its `check`. */
export const makeCheck = (cipher: Cipher): Promise<Bytes> => cipher.seal(checkSlot, new Uint8Array(0))

/** Whether the words were right. */
export const isRightKey = async (cipher: Cipher, { check }: FileHeader): Promise<boolean> =>
  (await cipher.open(checkSlot, check)) !== undefined

/** Every slot is bound to the format and to the file's own salt and prefix. */
function boundTo({ salt, prefix, iterations }: Omit<FileHeader, 'check'>): Bytes {
  const bytes = new Uint8Array(13 + salt.length + prefix.length)
  bytes.set(strToU8('ISOXACAR1'))
  new DataView(bytes.buffer).setUint32(9, iterations)
  bytes.set(salt, 13)
  bytes.set(prefix, 13 + salt.length)
  return bytes
}
