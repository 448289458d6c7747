import { fingerprint } from '../files/write-whole.ts'
import type { Finding } from './backup-problem.ts'

/** Reads every file and compares it with its name. */
export async function* verifyFiles(
  files: readonly (readonly [sha256: string, size: number])[],
  read: (sha256: string) => Promise<AsyncIterable<Uint8Array> | undefined>,
): AsyncGenerator<Finding & { readonly sha256: string }> {
  for (const [sha256, size] of files) {
    const bytes = await read(sha256)
    const found = bytes && (await fingerprint(bytes))
    if (!found) yield { type: 'fileMissing', sha256 }
    else if (found.size < size) yield { type: 'fileShort', sha256 }
    else if (found.sha256 !== sha256) yield { type: 'fileChanged', sha256 }
  }
}
