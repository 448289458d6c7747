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
  let known: { readonly at: string; readonly units: string; readonly directory: Directory } | undefined
  return async () => {
    const head = (await entries.heads([referenceFeed])).get(referenceFeed)
    const at = `${head?.epoch} ${head?.head}`
    if (known?.at !== at) {
      const read = await entries.readTypes(referenceFeed, directoryTypes)
      const own = read.filter(({ type }) => type === 'unit')
      const units = JSON.stringify([head?.epoch, own.length, Math.max(0, ...own.map(({ seq }) => seq))])
      const directory = readDirectory(read)
      // The same tree while no unit changes: what was made of it still holds.
      const tree = known?.units === units ? known.directory.tree : directory.tree
      known = { at, units, directory: { ...directory, tree } }
    }
    return known.directory
  }
}
