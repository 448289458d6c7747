import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { err, ok, type Result } from '../../lib/result.ts'
import { markBackup } from '../database/backup-mark.ts'
import { openDump } from '../database/dump/open-dump.ts'
import { openSnapshot } from '../database/dump/open-snapshot.ts'
import { summarize, type Summary } from '../database/dump/summarize.ts'
import { verifyFeeds } from '../database/dump/verify-feeds.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { openBeside, type Place } from '../database/open-database.ts'
import { waitForTurn } from '../database/wait-for-turn.ts'
import type { FileStore } from '../files/file-store.ts'
import { flushFile } from '../files/flush-file.ts'
import { syncFolder } from '../files/sync-folder.ts'
import { fingerprint, readPieces, writeWhole } from '../files/write-whole.ts'
import { takeBackupFolder, unfinished, type BackupFolder } from './backup-folder.ts'
import { momentOfBackup, nameOfBackup } from './backup-name.ts'
import type { BackupProblem, Finding } from './backup-problem.ts'
import { chooseKept, type Keep } from './choose-kept.ts'
import { writeManifest, type Manifest } from './manifest.ts'

export interface BackupGiven {
  readonly place: Place
  readonly files: Pick<FileStore, 'read'>
  /** Where backups lie, as the operator wrote it. */
  readonly folder: string
  readonly clock: () => number
  readonly version: string
  /** Without it nothing is removed. */
  readonly keep?: Keep | undefined
}

export interface MadeBackup {
  readonly name: string
  readonly manifest: Manifest
  readonly copiedFiles: number
  /** Names of older ones that were removed. */
  readonly removed: readonly string[]
}

/**
 * Makes a backup while servers go on, verifies it, and tells the server of it. With files in `manifest.lost` it is whole
 * but for them, and the server is told nothing, so that tablets keep what they have. Throws when it cannot be written;
 * then what there was before is as it was.
 */
export async function makeBackup(given: BackupGiven): Promise<Result<MadeBackup, BackupProblem>> {
  const taken = await takeBackupFolder(given.folder)
  if (!taken.ok) return taken
  const { folder, release } = taken.value
  try {
    return await makeInto(folder, given)
  } finally {
    release()
  }
}

async function makeInto(
  folder: BackupFolder,
  { place, files, clock, version, keep }: BackupGiven,
): Promise<Result<MadeBackup, BackupProblem>> {
  const temporary = `${unfinished}${nameOfBackup(clock())}`
  const dump = folder.dumpOf(temporary)
  await mkdir(dirname(dump))
  try {
    const { at, engine } = await writeDump(dump, place, clock)
    const findings: Finding[] = []
    const summary = await judgeRows(dump, finding => findings.push(finding))
    if (findings.length > 0) return err({ type: 'dataDamaged', findings })
    const { copied, lost } = await copyFiles(folder, summary, files)
    const print = await fingerprint(readPieces(dump))
    if (!print) throw new Error(`${dump} has gone`)
    const manifest: Manifest = {
      format: 'iso-xa-backup/1',
      app: version,
      engine,
      at,
      doneAt: clock(),
      dump: print,
      ...summary,
      tables: { ...summary.tables },
      feeds: { ...summary.feeds },
      lost,
    }
    const name = nameOfBackup(at)
    await writeFile(folder.manifestOf(temporary), writeManifest(manifest), { flush: true })
    await syncFolder(dirname(dump))
    await rename(dirname(dump), join(folder.path, name))
    await syncFolder(folder.path)
    if (lost.length === 0) await tellServer(place, manifest)
    const removed = keep ? await rotate(folder, clock(), keep) : []
    return ok({ name, manifest, copiedFiles: copied, removed })
  } finally {
    await rm(dirname(dump), { recursive: true, force: true })
  }
}

async function writeDump(dump: string, place: Place, clock: () => number) {
  const snapshot = await openSnapshot(place, clock)
  try {
    await snapshot.copyTo(dump)
  } finally {
    await snapshot.close()
  }
  await flushFile(dump)
  return { at: snapshot.at, engine: snapshot.engine }
}

async function judgeRows(dump: string, onFinding: (finding: Finding) => void): Promise<Summary> {
  const db = openDump(dump)
  try {
    for await (const finding of verifyFeeds(db)) onFinding(finding)
    return await summarize(db)
  } finally {
    await db.destroy()
  }
}

/** Each file once for all backups; its hash is checked as it is copied, later `verify` reads it again. */
async function copyFiles(folder: BackupFolder, { files: named }: Summary, files: Pick<FileStore, 'read'>) {
  const lost: string[] = []
  let copied = 0
  for (const [sha256, size] of named) {
    const path = folder.fileOf(sha256)
    if ((await stat(path).catch(() => undefined))?.size === size) continue
    const bytes = await files.read(sha256)
    const isThere = bytes !== undefined && (await writeWhole(path, bytes, found => found.sha256 === sha256))
    if (isThere) copied++
    else lost.push(sha256)
  }
  return { copied, lost }
}

async function tellServer(place: Place, { at, epoch, feeds }: Manifest): Promise<void> {
  const database = await openBeside(place)
  const heads = new Map(Object.entries(feeds).map(([feed, [head]]) => [feed, head]))
  try {
    await waitForTurn(() =>
      inTransaction(database, transaction => markBackup(transaction, { at, epoch, heads })),
    )
  } finally {
    await database.close()
  }
}

async function rotate(folder: BackupFolder, now: number, keep: Keep): Promise<readonly string[]> {
  const names = await folder.list()
  const momentOf = (name: string): number => momentOfBackup(name) ?? now
  const kept = chooseKept(names.map(momentOf), now, keep)
  const removed = names.filter(name => !kept.has(momentOf(name)))
  // Renamed first: a backup that is half removed is not to be taken for one.
  for (const name of removed) {
    const going = join(folder.path, `${unfinished}${name}`)
    await rename(join(folder.path, name), going)
    await rm(going, { recursive: true, force: true })
  }
  return removed
}
