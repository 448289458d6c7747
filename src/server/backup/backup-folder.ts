import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../lib/result.ts'
import { isLockFile, lockFolder } from '../database/lock-folder.ts'
import { momentOfBackup } from './backup-name.ts'
import type { BackupProblem } from './backup-problem.ts'

export interface BackupFolder {
  readonly path: string
  /** Names of whole backups, oldest first. */
  list: () => Promise<readonly string[]>
  dumpOf: (name: string) => string
  manifestOf: (name: string) => string
  fileOf: (sha256: string) => string
}

const sign = 'iso-xa-backups.txt'
const words = `Backups of ISO Xã. To restore the newest one into an empty data folder:
  DATA_DIR=… npm run admin -- restore THIS-FOLDER
Bản sao lưu của ISO Xã. Đừng sửa, đổi tên hay xoá gì trong thư mục này bằng tay.
`
export const unfinished = 'unfinished-'

function toFolder(path: string): BackupFolder {
  return {
    path,
    list: async () => (await readdir(path)).filter(name => momentOfBackup(name) !== undefined).sort(),
    dumpOf: name => join(path, name, 'iso-xa.db'),
    manifestOf: name => join(path, name, 'manifest.json'),
    fileOf: sha256 => join(path, 'files', sha256.slice(0, 2), sha256),
  }
}

/** A folder that backups were made into. */
export async function findBackupFolder(path: string): Promise<Result<BackupFolder, BackupProblem>> {
  const names = await readdir(path).catch(() => undefined)
  if (!names) return err({ type: 'noBackups', folder: path })
  if (!names.includes(sign)) return err({ type: 'foreignFolder', folder: path })
  return ok(toFolder(path))
}

export interface OwnedFolder {
  readonly folder: BackupFolder
  readonly release: () => void
}

/**
 * A folder to make a backup into, this process' own until released: a new or empty one becomes a folder of backups, what
 * a crash left unfinished is removed. Throws when another process is at it.
 */
export async function takeBackupFolder(path: string): Promise<Result<OwnedFolder, BackupProblem>> {
  await mkdir(path, { recursive: true })
  const names = (await readdir(path)).filter(name => !isLockFile(name))
  if (names.length > 0 && !names.includes(sign)) return err({ type: 'foreignFolder', folder: path })
  const { release } = lockFolder(path, `another backup into ${path} is being made`)
  try {
    if (names.length === 0) await writeFile(join(path, sign), words)
    for (const name of names)
      if (name.startsWith(unfinished)) await rm(join(path, name), { recursive: true, force: true })
  } catch (error) {
    release()
    throw error
  }
  return ok({ folder: toFolder(path), release })
}

/** The backup asked for, or the newest. */
export async function findBackupName(
  folder: BackupFolder,
  wanted: string | undefined,
): Promise<Result<string, BackupProblem>> {
  const names = await folder.list()
  const name = wanted ?? names.at(-1)
  if (name === undefined) return err({ type: 'noBackups', folder: folder.path })
  return names.includes(name) ? ok(name) : err({ type: 'noSuchBackup', name })
}
