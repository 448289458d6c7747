import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

export interface Passwords {
  /** Argon2id, 19 MiB, 2 passes (OWASP Password Storage Cheat Sheet, 2023), as a PHC text. */
  hash: (password: string) => Promise<string>
  /** Takes the same time whether there is a hash or not, so that unknown users do not show. */
  matches: (password: string, hash: string | undefined) => Promise<boolean>
}

const derive = promisify(argon2)
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

async function tagOf(password: string, nonce: Buffer): Promise<Buffer> {
  // Vietnamese keyboards differ in whether "ế" is one code point or three.
  const message = Buffer.from(password.normalize('NFC'))
  return derive('argon2id', { message, nonce, ...cost })
}

export function createPasswords(): Passwords {
  const nobody = randomBytes(16)
  return {
    async hash(password) {
      const nonce = randomBytes(16)
      const tag = await tagOf(password, nonce)
      const { memory, passes, parallelism } = cost
      return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(nonce)}$${encode(tag)}`
    },
    async matches(password, hash) {
      const [, kind, , , salt = '', stored = ''] = hash?.split('$') ?? []
      const nonce = Buffer.from(salt, 'base64')
      const isKnown = kind === 'argon2id' && nonce.length === nobody.length
      const tag = await tagOf(password, isKnown ? nonce : nobody)
      const expected = Buffer.from(stored, 'base64')
      return isKnown && expected.length === tag.length && timingSafeEqual(expected, tag)
    },
  }
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/u, '')
