import { webcrypto } from 'node:crypto'
import type { Bytes } from '../../src/sync/protocol/carried/file-header.ts'
import type { Item } from '../../src/sync/protocol/carried/item.ts'
import type { BundleSource } from '../../src/sync/protocol/carried/open-bundle.ts'
import { toSign, type Statement } from '../../src/sync/protocol/carried/statement.ts'
import type { Summary } from '../../src/sync/protocol/carried/summary.ts'
import { writeBundle } from '../../src/sync/protocol/carried/write-bundle.ts'
import type { Op } from '../../src/sync/protocol/op.ts'

export const { subtle } = webcrypto
export const words = 'ba cam dong hoa lang thung'
export const random = (count: number): Uint8Array => webcrypto.getRandomValues(new Uint8Array(count))

/** A device that can sign; its key as the server is told of it. */
export interface TestSigner {
  readonly publicKey: string
  readonly id: string
  readonly sign: (statement: Statement) => Promise<{ text: string; signature: string; key: string }>
}

export async function aSigner(): Promise<TestSigner> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
  const pair = await subtle.generateKey(curve, false, ['sign', 'verify'])
  const raw = Buffer.from(await subtle.exportKey('raw', pair.publicKey))
  const id = Buffer.from(await subtle.digest('SHA-256', raw)).toString('base64url')
  return {
    publicKey: raw.toString('base64url'),
    id,
    async sign(statement) {
      const text = JSON.stringify(statement)
      const signed = await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, toSign(text))
      return { text, signature: Buffer.from(signed).toString('base64url'), key: id }
    },
  }
}

export const anOp = (id: string, value = 'a value'): Op => ({
  id,
  device: 'tablet-1',
  seq: 1,
  group: 'g',
  feed: '05998@2017-10-15/unit',
  type: 'response',
  thing: 'thing',
  field: `answers/${id}`,
  value,
  hlc: 1,
  base: null,
  schema: 1,
})

export const aSummary = (given: Partial<Summary> = {}): Summary => ({
  bundle: 'b1',
  author: 'lan',
  name: 'Lan',
  at: 1,
  changes: 2,
  files: 1,
  feeds: ['05998@2017-10-15/unit'],
  ...given,
})

type Carried = Exclude<Item, { readonly kind: 'summary' }>

/** Two statements of one op each, the list of files and a photo of 40,000 bytes: three slots. */
export async function someItems(signer: TestSigner): Promise<readonly Carried[]> {
  const file = { sha256: 'a'.repeat(64), type: 'image/png', size: 40_000 }
  const say = (ops: readonly Op[], files: Statement['files'] = []) =>
    signer.sign({ protocol: 1, bundle: 'b1', author: 'lan', ops, files })
  return [
    { kind: 'changes', signed: await say([anOp('op-1')]) },
    { kind: 'changes', signed: await say([anOp('op-2')]) },
    { kind: 'fileList', signed: await say([], [file]) },
    { kind: 'file', file, bytes: new Uint8Array(40_000).fill(7) },
  ]
}

export async function aBundle(
  items: readonly Carried[],
  summary: Summary = aSummary(),
  given = words,
): Promise<Bytes> {
  async function* each(): AsyncGenerator<Carried> {
    yield* items
  }
  const parts: Bytes[] = []
  for await (const part of writeBundle({ subtle, random, words: given, summary, items: each() }))
    parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

export const sourceOf = (bytes: Bytes): BundleSource => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
})
