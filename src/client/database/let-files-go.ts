import type { Change } from '../../sync/replica/replica-store.ts'
import type { Row } from '../../sync/replica/row.ts'
import { dropPhoto, forgetFiles, type DroppedPhoto, type EarlierPicture } from './drop-files.ts'
import { listNamedFiles } from './list-named-files.ts'
import { inTransaction, type PersonDatabase, type PersonTables } from './person-database.ts'
import type { Written } from './save-changes.ts'

type Tables = Pick<PersonTables, 'rows' | 'files' | 'chunks'>

/**
 * What becomes of the bytes of files that a save takes away, within its transaction. A blurred picture's original goes
 * whatever happened to it (`dropPhoto`). Of a file that was taken away before the server had it: what nobody else can have
 * heard of leaves the tablet; where the word of it is out already, the bytes stay and are sent only if something names the
 * file again (`offerNamed`), be it because the server holds the removal. A file that another field or a snapshot
 * of the thing names is not touched.
 */
export async function letFilesGo(
  tables: Tables,
  {
    drop,
    changes,
    rows,
    replaced,
    takesFileAway,
  }: Written & {
    readonly drop?: DroppedPhoto | undefined
    readonly changes: readonly Change[]
    /** Whether a change empties a field `evidence/<slot>/<sha256>`. */
    readonly takesFileAway: (change: Change) => boolean
  },
): Promise<EarlierPicture | undefined> {
  if (drop) return dropPhoto(tables, drop)
  for (const [at, change] of changes.entries()) {
    const row = rows[at]
    if (!row || row.value === null || !takesFileAway(change)) continue
    // No op that named the file was ever offered to anybody.
    const isUnheardOf = replaced.some(({ op }) => op.id === row.pending && op.base === null)
    await letGoOf(tables, row, isUnheardOf)
  }
  return undefined
}

/** Offers files again that were let go and that a field names once more. */
export const offerNamed = (db: PersonDatabase): Promise<void> =>
  inTransaction(db, 'rw', ['rows', 'files'], async ({ rows, files }) => {
    const letGo = await files.where('state').equals('letGo').toArray()
    const named = await listNamedFiles(
      { rows },
      letGo.flatMap(({ photo }) => photo ?? []),
    )
    const wanted = letGo.filter(({ photo }) => photo !== undefined && named.has(photo))
    await Promise.all(wanted.map(({ sha256 }) => files.update(sha256, { state: 'local' })))
  })

async function letGoOf({ rows, files, chunks }: Tables, row: Row, isUnheardOf: boolean): Promise<void> {
  const sha256 = row.field.split('/')[2] ?? ''
  const thumb = thumbOf(row)
  const names = thumb === null ? [sha256] : [sha256, thumb]
  const local = (await files.bulkGet(names)).flatMap(file => (file?.state === 'local' ? [file] : []))
  if (local.length === 0 || (await listNamedFiles({ rows }, [sha256])).has(sha256)) return
  const ofThing = rows.where('[thing+field]').between([row.thing, ''], [row.thing, '\uffff'])
  const snapshot = await ofThing.filter(({ value }) => JSON.stringify(value).includes(sha256)).first()
  if (snapshot) return
  if (isUnheardOf && local.length === names.length) await forgetFiles({ files, chunks }, names)
  else await Promise.all(local.map(file => files.update(file.sha256, { state: 'letGo', photo: sha256 })))
}

function thumbOf({ value }: Row): string | null {
  const thumb = typeof value === 'object' && value !== null && 'thumb' in value ? value.thumb : null
  return typeof thumb === 'string' ? thumb : null
}
