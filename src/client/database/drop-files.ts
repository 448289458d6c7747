import { listNamedFiles } from './list-named-files.ts'
import type { PersonTables } from './person-database.ts'

/** A photo that another one takes the place of, and its thumbnail. */
export interface DroppedPhoto {
  readonly sha256: string
  readonly thumb: string | null
}

/**
 * What became of the earlier picture. `gone`: it was on this tablet only, and is nowhere now. `atServer`: the server has it
 * or its thumbnail. `inUse`: something else names it, so it stays.
 */
export type EarlierPicture = 'gone' | 'atServer' | 'inUse'

/**
 * Takes the bytes of a photo off the tablet, within the transaction that has saved the picture in its place: both or
 * neither. A photo whose bytes never left the tablet is nowhere then; it is no longer offered to a restored server either.
 */
export async function dropPhoto(
  { rows, files, chunks }: Pick<PersonTables, 'rows' | 'files' | 'chunks'>,
  { sha256, thumb }: DroppedPhoto,
): Promise<EarlierPicture> {
  if ((await listNamedFiles({ rows }, [sha256])).has(sha256)) return 'inUse'
  const names = thumb === null ? [sha256] : [sha256, thumb]
  const known = await files.bulkGet(names)
  await forgetFiles({ files, chunks }, names)
  return known.every(file => file?.state === 'local') ? 'gone' : 'atServer'
}

/** Takes files off the tablet, with their bytes. */
export async function forgetFiles(
  { files, chunks }: Pick<PersonTables, 'files' | 'chunks'>,
  names: readonly string[],
): Promise<void> {
  await Promise.all([
    files.bulkDelete([...names]),
    ...names.map(name => chunks.where('[sha256+index]').between([name, 0], [name, Infinity]).delete()),
  ])
}
