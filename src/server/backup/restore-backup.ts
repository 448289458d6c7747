import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../lib/result.ts'
import { loadDump } from '../database/dump/load-dump.ts'
import { prepareDump } from '../database/dump/prepare-dump.ts'
import { isLockFile, lockFolder } from '../database/lock-folder.ts'
import { openDatabase, restoringMark, sqliteFileIn, type Place } from '../database/open-database.ts'
import type { FileStore } from '../files/file-store.ts'
import { flushFile } from '../files/flush-file.ts'
import { syncFolder } from '../files/sync-folder.ts'
import { readPieces, writeWhole } from '../files/write-whole.ts'
import { findBackupFolder, findBackupName, type BackupFolder } from './backup-folder.ts'
import type { BackupProblem, Finding } from './backup-problem.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { verifyBackup } from './verify-backup.ts'

export interface RestoreGiven {
  readonly folder: string
  /** The newest if left out. */
  readonly name?: string | undefined
  readonly place: Place
  readonly files: Pick<FileStore, 'append' | 'store'>
  /** Restores without files that the backup has damaged; tablets that have them send them again. */
  readonly mayLackFiles: boolean
}

export interface RestoredBackup {
  readonly name: string
  readonly manifest: Manifest
  readonly lackingFiles: readonly string[]
}

/**
 * Restores a backup into an empty place, in a new epoch. Everything is verified before anything is written. Cut in the
 * middle it is begun again by the same call; until then no server opens the place.
 */
export async function restoreBackup(given: RestoreGiven): Promise<Result<RestoredBackup, BackupProblem>> {
  const found = await findBackupFolder(given.folder)
  if (!found.ok) return found
  const folder = found.value
  const name = await findBackupName(folder, given.name)
  if (!name.ok) return name
  const manifest = await readManifest(folder, name.value)
  if (!manifest.ok) return manifest
  if (!(await isEmpty(given.place))) return err({ type: 'placeNotEmpty' })

  const findings: Finding[] = []
  for await (const finding of verifyBackup(folder, name.value, manifest.value)) findings.push(finding)
  const damaged = findings.flatMap(finding => ('sha256' in finding ? [finding.sha256] : []))
  if (findings.length > (given.mayLackFiles ? damaged.length : 0))
    return err({ type: 'backupDamaged', name: name.value, findings })

  const backup = {
    name: name.value,
    manifest: manifest.value,
    lackingFiles: [...manifest.value.lost, ...damaged],
  }
  const isDone = await restoreInto(folder, backup, given)
  return isDone ? ok(backup) : err({ type: 'placeNotEmpty' })
}

/** A data folder in which a restore was begun counts as empty: it is begun again. */
async function isEmpty({ databaseUrl, dataFolder }: Place): Promise<boolean> {
  if (databaseUrl) return true
  if (existsSync(sqliteFileIn(dataFolder))) return false
  if (existsSync(restoringMark(dataFolder))) return true
  const names = await readdir(dataFolder).catch(() => [])
  return names.every(isLockFile)
}

async function restoreInto(
  folder: BackupFolder,
  { name, manifest, lackingFiles }: RestoredBackup,
  { place, files }: RestoreGiven,
): Promise<boolean> {
  const { databaseUrl, dataFolder } = place
  await mkdir(dataFolder, { recursive: true })
  const mark = restoringMark(dataFolder)
  const lock = databaseUrl ? undefined : lockFolder(dataFolder)
  const copy = join(dataFolder, 'restoring.db')
  try {
    if (!databaseUrl) await writeFile(mark, name, { flush: true })
    await syncFolder(dataFolder)
    const lacking = new Set(lackingFiles)
    for (const [sha256] of manifest.files)
      if (!lacking.has(sha256)) await putFile(files, sha256, readPieces(folder.fileOf(sha256)))
    const isWhole = await writeWhole(
      copy,
      readPieces(folder.dumpOf(name)),
      found => found.sha256 === manifest.dump.sha256,
    )
    if (!isWhole) throw new Error(`${folder.dumpOf(name)} changed while it was read`)
    await prepareDump(copy, lackingFiles)
    if (databaseUrl) return await loadInto(place, copy)
    await flushFile(copy)
    await rename(copy, sqliteFileIn(dataFolder))
    await syncFolder(dataFolder)
    await rm(mark, { force: true })
    await syncFolder(dataFolder)
    return true
  } finally {
    if (databaseUrl) await rm(copy, { force: true })
    lock?.release()
  }
}

async function loadInto(place: Place, dump: string): Promise<boolean> {
  const database = await openDatabase(place)
  try {
    return await loadDump(database, dump)
  } finally {
    await database.close()
  }
}

/** As an upload, so that it is flushed and lies where the server's files lie. */
async function putFile(
  files: RestoreGiven['files'],
  sha256: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const upload = { sha256, person: 'restore' }
  let offset = 0
  for await (const piece of bytes) {
    await files.append(upload, offset, piece)
    offset += piece.byteLength
  }
  if (offset === 0) await files.append(upload, 0, new Uint8Array())
  await files.store(upload)
}
