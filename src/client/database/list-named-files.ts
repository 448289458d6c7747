import type { PersonTables } from './person-database.ts'

/** Those of the files, by SHA-256, that some field of this tablet names and has not let go of. One look at all names. */
export async function listNamedFiles(
  { rows }: Pick<PersonTables, 'rows'>,
  sha256s: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = new Set(sha256s)
  // Names of fields only: reading all values of a tablet would keep the save waiting.
  const keys = await rows.toCollection().primaryKeys()
  const naming = keys.filter(([, field]) => field.split('/').some(part => wanted.has(part)))
  const found = await rows.bulkGet(naming)
  const standing = found.flatMap(row => (row && row.value !== null ? row.field.split('/') : []))
  return new Set(standing.filter(part => wanted.has(part)))
}
