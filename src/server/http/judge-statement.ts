import { webcrypto } from 'node:crypto'
import * as z from 'zod'
import { err, ok, type Result } from '../../lib/result.ts'
import { isSha256 } from '../../domain/responses/photo.ts'
import { toSign, type SignedStatement, type Statement } from '../../sync/protocol/carried/statement.ts'
import { oldestProtocol, protocolVersion } from '../../sync/protocol/op.ts'
import type { Services } from './environment.ts'
import { parseJson } from './parse-json.ts'
import { mostOps, wireOp } from './sync-request.ts'

const file = z.object({
  sha256: z.string().refine(isSha256),
  type: z.string().max(200),
  size: z.number().int().positive(),
})

const statement = z.object({
  protocol: z.number().int(),
  bundle: z.string().min(1).max(64),
  author: z.string().min(1).max(200),
  ops: z.array(wireOp).max(mostOps),
  files: z.array(file).max(mostOps),
}) satisfies z.ZodType<Statement>

export type StatementFault = 'badRequest' | 'upgradeRequired' | 'keyUnknown' | 'keyRevoked' | 'badSignature'

/**
 * Whose statement it is: the person's whose device key has signed it, never the one who brings it (SY9). Without a
 * registered key only the author may bring it, since their own session says as much.
 */
export async function judgeStatement(
  { deviceKeys }: Pick<Services, 'deviceKeys'>,
  { text, signature, key: keyId }: SignedStatement,
  sender: string | undefined,
): Promise<Result<Statement, StatementFault>> {
  const read = statement.safeParse(parseJson(text))
  if (!read.success) return err('badRequest')
  const { author, protocol } = read.data
  if (protocol < oldestProtocol || protocol > protocolVersion) return err('upgradeRequired')
  if (author === sender) return ok(read.data)
  const key = await deviceKeys.find(keyId)
  if (!key) return err('keyUnknown')
  if (!(await isSignedBy(key.publicKey, text, signature))) return err('badSignature')
  if (key.person !== author) return err('badSignature')
  return key.isRevoked ? err('keyRevoked') : ok(read.data)
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** The public key of a device as the server can use it; undefined when it is none. */
export async function readPublicKey(publicKey: string): Promise<webcrypto.CryptoKey | undefined> {
  const bytes = Buffer.from(publicKey, 'base64url')
  if (bytes.length !== 65) return undefined
  return webcrypto.subtle.importKey('raw', bytes, curve, false, ['verify']).catch(() => undefined)
}

async function isSignedBy(publicKey: string, text: string, signature: string): Promise<boolean> {
  const key = await readPublicKey(publicKey)
  if (!key) return false
  const given = Buffer.from(signature, 'base64url')
  return webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, given, toSign(text))
}
