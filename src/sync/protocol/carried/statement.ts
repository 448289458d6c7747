import { strToU8 } from 'fflate'
import type { Op } from '../op.ts'
import type { Bytes } from './file-header.ts'

/** A file that a bundle brings, as its author's device vouches for it. */
export interface CarriedFile {
  readonly sha256: string
  readonly type: string
  readonly size: number
}

/**
 * What the device of the author says and signs. It leaves the tablet as this text, in a file or on the wire, and is
 * judged as this text: nobody on the way can change or add a letter (SY9, SY16).
 */
export interface Statement {
  readonly protocol: number
  /** The file it was first written into. */
  readonly bundle: string
  readonly author: string
  readonly ops: readonly Op[]
  readonly files: readonly CarriedFile[]
}

/** A statement, its signature (ECDSA P-256, SHA-256, r and s) and the key that made it. */
export interface SignedStatement {
  readonly text: string
  /** Both base64url. */
  readonly signature: string
  readonly key: string
}

/** What is signed: the purpose first, so that no signature can be taken for one of another kind. */
export const toSign = (text: string): Bytes => new Uint8Array(strToU8(`ISO Xã, carried work, 1\n${text}`))
