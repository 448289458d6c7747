import type { Readable } from 'node:stream'

/** Where the bytes of files are, by SHA-256; the index in the database says whose and how far they are. */
export interface FileStore {
  /**
   * Writes bytes of a person's upload at an offset, and resolves when they are on the disk to stay. What stood
   * there from the offset on is replaced, so a piece may come twice. False when what should lie before the offset
   * is not there.
   */
  append: (upload: UploadName, offset: number, bytes: Uint8Array) => Promise<boolean>
  /** SHA-256 and the first bytes of what was uploaded so far. */
  inspect: (upload: UploadName) => Promise<{ readonly sha256: string; readonly start: Uint8Array }>
  /** Makes a whole upload a stored file. */
  store: (upload: UploadName) => Promise<void>
  drop: (upload: UploadName) => Promise<void>
  /** Undefined when the bytes are not here. */
  read: (sha256: string) => Promise<Readable | undefined>
}

export interface UploadName {
  readonly sha256: string
  readonly person: string
}
