import type { PersonStore } from '../database/person-store.ts'
import type { FileLink } from '../network/file-link.ts'

/** Bytes of a file from the tablet, or else from the server, which are then kept for the next time. */
export async function readFile(
  { store, files }: { readonly store: PersonStore; readonly files: FileLink },
  sha256: string,
): Promise<Blob | undefined> {
  const own = await store.readFile(sha256)
  if (own) return own
  const fetched = await files.fetch(sha256)
  if (fetched.type !== 'fetched') return undefined
  const { bytes, contentType: type, storedAt } = fetched
  // A tablet without room still shows the photo; it fetches it again another time.
  await store.putPulledFile({ sha256, type, bytes, isThumb: false }, storedAt).catch(() => undefined)
  return new Blob([bytes], { type })
}
