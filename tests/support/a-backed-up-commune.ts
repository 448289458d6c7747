import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Finding } from '../../src/server/backup/backup-problem.ts'
import { findBackupFolder, findBackupName } from '../../src/server/backup/backup-folder.ts'
import { makeBackup, type BackupGiven } from '../../src/server/backup/make-backup.ts'
import { readManifest } from '../../src/server/backup/manifest.ts'
import { restoreBackup } from '../../src/server/backup/restore-backup.ts'
import { verifyBackup } from '../../src/server/backup/verify-backup.ts'
import { createEntryStore } from '../../src/server/database/entry-store.ts'
import { createFileIndex } from '../../src/server/database/file-index.ts'
import { filesOfOp } from '../../src/server/database/files-of-op.ts'
import { openDatabase, type Place } from '../../src/server/database/open-database.ts'
import { createFolderFileStore } from '../../src/server/files/folder-file-store.ts'
import { aCommune } from '../unit/sync/authority/a-commune.ts'
import { freshPostgres } from './fresh-postgres.ts'
import { makeTempFolder } from './temp-folder.ts'

export type Engine = 'sqlite' | 'postgres'

/** An empty place for data of an engine. */
export const anEmptyPlace = async (engine: Engine): Promise<Place> => ({
  dataFolder: makeTempFolder('data'),
  ...(engine === 'postgres' ? { databaseUrl: await freshPostgres() } : {}),
})

export const filesIn = ({ dataFolder }: Place) => createFolderFileStore(join(dataFolder, 'files'))

/** A commune whose data are on the disk, files too, and a folder for its backups. */
export async function aBackedUpCommune(engine: Engine) {
  const place = await anEmptyPlace(engine)
  const database = await openDatabase(place)
  const store = createEntryStore(database, { filesOf: filesOfOp })
  const index = createFileIndex(database)
  const files = filesIn(place)
  const folder = join(makeTempFolder('backups'), 'of-commune')
  const given: BackupGiven = { place, files, folder, clock: Date.now, version: '1.2.3' }

  /** Uploads a file as the server does: bytes first, then its row. */
  async function putFile(words: string): Promise<string> {
    const bytes = Buffer.from(words)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const upload = { sha256, person: 'lan', size: bytes.length, type: 'image/png' }
    await index.openUpload(upload, Date.now())
    await files.append(upload, 0, bytes)
    await files.store(upload)
    await index.completeUpload({ ...upload, received: bytes.length }, Date.now)
    return sha256
  }

  const backUp = (wish: Partial<BackupGiven> = {}) => makeBackup({ ...given, ...wish })

  const mustBackUp = async (wish: Partial<BackupGiven> = {}) => {
    const made = await backUp(wish)
    if (!made.ok) throw new Error(`no backup: ${JSON.stringify(made.error)}`)
    return made.value
  }

  return {
    ...aCommune(store),
    place,
    database,
    index,
    folder,
    putFile,
    backUp,
    mustBackUp,
    pathOf: (name: string, file: string) => join(folder, name, file),
    fileOf: (sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256),
    close: database.close,
  }
}

/** Everything that is wrong with a backup, the newest if no name is given. */
export async function findingsOf(path: string, wanted?: string): Promise<readonly Finding[]> {
  const folder = await findBackupFolder(path)
  if (!folder.ok) throw new Error(folder.error.type)
  const name = await findBackupName(folder.value, wanted)
  if (!name.ok) throw new Error(name.error.type)
  const manifest = await readManifest(folder.value, name.value)
  if (!manifest.ok) throw new Error(manifest.error.type)
  return Array.fromAsync(verifyBackup(folder.value, name.value, manifest.value))
}

export const restoreInto = (
  folder: string,
  place: Place,
  wish: { readonly name?: string; readonly mayLackFiles?: boolean } = {},
) => restoreBackup({ folder, place, files: filesIn(place), mayLackFiles: false, ...wish })
