import { directoryTypes, readDirectory, type Directory } from '../../domain/people/directory.ts'
import type { EntryStore } from '../../sync/authority/entry-store.ts'

/**
 * Units, people and roles as the reference feed has them now. Read again when the feed has moved; asked on
 * every request, so a role that ends, ends at once (SY9).
 */
export function createDirectoryReader(
  entries: Pick<EntryStore, 'heads' | 'readTypes'>,
  referenceFeed: string,
): () => Promise<Directory> {
  let known: { readonly at: string; readonly directory: Directory } | undefined
  return async () => {
    const head = (await entries.heads([referenceFeed])).get(referenceFeed)
    const at = `${head?.epoch} ${head?.head}`
    if (known?.at !== at) {
      known = { at, directory: readDirectory(await entries.readTypes(referenceFeed, directoryTypes)) }
    }
    return known.directory
  }
}
