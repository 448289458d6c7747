import { strFromU8, strToU8 } from 'fflate'
import type { Bytes } from './file-header.ts'
import type { ItemKind } from './slot.ts'
import type { CarriedFile, SignedStatement } from './statement.ts'
import { readSummary, type Summary } from './summary.ts'

/** One thing that a file carries. A statement about changes and one about files travel alike. */
export type Item =
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'changes' | 'fileList'; readonly signed: SignedStatement }
  | { readonly kind: 'file'; readonly file: CarriedFile; readonly bytes: Bytes }

export function itemToBytes(item: Item): Bytes {
  switch (item.kind) {
    case 'summary':
      return jsonToBytes(item.summary)
    case 'changes':
    case 'fileList':
      return jsonToBytes(item.signed)
    case 'file': {
      const head = jsonToBytes(item.file)
      const bytes = new Uint8Array(2 + head.length + item.bytes.length)
      new DataView(bytes.buffer).setUint16(0, head.length)
      bytes.set(head, 2)
      bytes.set(item.bytes, 2 + head.length)
      return bytes
    }
  }
}

/** Undefined for what a newer build wrote in another way. */
export function bytesToItem(kind: ItemKind, bytes: Bytes): Item | undefined {
  switch (kind) {
    case 'summary': {
      const summary = readSummary(bytesToJson(bytes))
      return summary && { kind, summary }
    }
    case 'changes':
    case 'fileList': {
      const signed = readSigned(bytesToJson(bytes))
      return signed && { kind, signed }
    }
    case 'file': {
      if (bytes.length < 2) return undefined
      const head = new DataView(bytes.buffer, bytes.byteOffset).getUint16(0)
      const file = readFile(bytesToJson(bytes.subarray(2, 2 + head)))
      return file && { kind, file, bytes: bytes.slice(2 + head) }
    }
  }
}

const jsonToBytes = (json: unknown): Bytes => new Uint8Array(strToU8(JSON.stringify(json)))

function bytesToJson(bytes: Bytes): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(strFromU8(bytes))
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function readSigned(json: Readonly<Record<string, unknown>> | undefined): SignedStatement | undefined {
  const { text, signature, key } = json ?? {}
  if (typeof text !== 'string' || typeof signature !== 'string' || typeof key !== 'string') return undefined
  return { text, signature, key }
}

function readFile(json: Readonly<Record<string, unknown>> | undefined): CarriedFile | undefined {
  const { sha256, type, size } = json ?? {}
  if (typeof sha256 !== 'string' || typeof type !== 'string' || typeof size !== 'number') return undefined
  return { sha256, type, size }
}
