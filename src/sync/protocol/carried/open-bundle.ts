import { err, ok, type Result } from '../../../lib/result.ts'
import { createCipher, deriveFileKey, isRightKey, type Cipher, type Subtle } from './cipher.ts'
import { headerBytes, readHeader, type Bytes, type FileHeader, type HeaderProblem } from './file-header.ts'

/** A file wherever it lies: a part of it at a time, shorter only where it ends. */
export interface BundleSource {
  readonly size: number
  readonly read: (offset: number, length: number) => Promise<Bytes>
}

/** `foreign`: not one of ours, or damaged at both ends. */
export type OpenFileProblem = HeaderProblem | 'wrongWords'

export interface OpenedBundle<K> {
  readonly source: BundleSource
  readonly header: FileHeader
  readonly key: K
  readonly cipher: Cipher
}

/** Header of a file; the one at its end counts when the first is damaged. */
export async function findHeader(source: BundleSource): Promise<Result<FileHeader, HeaderProblem>> {
  const first = readHeader(await source.read(0, headerBytes))
  if (first.ok || source.size < 2 * headerBytes) return first
  const last = readHeader(await source.read(source.size - headerBytes, headerBytes))
  return last.ok ? last : first
}

/** Opens a file with its words. Nothing is kept or changed by it. */
export async function openBundle<K>(
  source: BundleSource,
  words: string,
  subtle: Subtle<K>,
): Promise<Result<OpenedBundle<K>, OpenFileProblem>> {
  const header = await findHeader(source)
  if (!header.ok) return header
  const key = await deriveFileKey(subtle, words, header.value)
  const bundle = reopenBundle(source, { header: header.value, key }, subtle)
  return (await isRightKey(bundle.cipher, bundle.header)) ? ok(bundle) : err('wrongWords')
}

/** The same with a key that was kept. */
export function reopenBundle<K>(
  source: BundleSource,
  { header, key }: { readonly header: FileHeader; readonly key: K },
  subtle: Subtle<K>,
): OpenedBundle<K> {
  return { source, header, key, cipher: createCipher(subtle, key, header) }
}
