import { stat } from 'node:fs/promises'
import { openDump } from '../database/dump/open-dump.ts'
import { summarize } from '../database/dump/summarize.ts'
import { verifyFeeds } from '../database/dump/verify-feeds.ts'
import { canonicalJson } from '../database/canonical-json.ts'
import { fingerprint, readPieces } from '../files/write-whole.ts'
import type { BackupFolder } from './backup-folder.ts'
import type { Finding } from './backup-problem.ts'
import type { Manifest } from './manifest.ts'
import { verifyFiles } from './verify-files.ts'

/** Everything a backup says of itself, read again: hashes of dump and files, chains, fold of the log, counts. */
export async function* verifyBackup(
  folder: BackupFolder,
  name: string,
  manifest: Manifest,
): AsyncGenerator<Finding> {
  const dump = folder.dumpOf(name)
  const fault = await judgeDump(dump, manifest)
  if (fault) yield { type: fault }
  else yield* verifyRows(dump, manifest)
  const lost = new Set(manifest.lost)
  const files = manifest.files.filter(([sha256]) => !lost.has(sha256))
  yield* verifyFiles(files, sha256 => Promise.resolve(readPieces(folder.fileOf(sha256))))
}

async function judgeDump(
  dump: string,
  { dump: { sha256, size } }: Manifest,
): Promise<'dumpMissing' | 'dumpShort' | 'dumpChanged' | undefined> {
  const found = await stat(dump).catch(() => undefined)
  if (!found) return 'dumpMissing'
  if (found.size < size) return 'dumpShort'
  return (await fingerprint(readPieces(dump)))?.sha256 === sha256 ? undefined : 'dumpChanged'
}

async function* verifyRows(dump: string, manifest: Manifest): AsyncGenerator<Finding> {
  const db = openDump(dump)
  try {
    const { epoch, migrations, tables, feeds, files } = await summarize(db)
    const said = [manifest.epoch, manifest.migrations, manifest.tables, manifest.feeds, manifest.files]
    if (canonicalJson(said) !== canonicalJson([epoch, migrations, tables, feeds, files]))
      yield { type: 'manifestDiffers' }
    yield* verifyFeeds(db)
  } finally {
    await db.destroy()
  }
}
