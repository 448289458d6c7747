import { Client } from 'pg'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { findBackupFolder } from '../../../src/server/backup/backup-folder.ts'
import { makeBackup } from '../../../src/server/backup/make-backup.ts'
import { readManifest } from '../../../src/server/backup/manifest.ts'
import { restoreBackup } from '../../../src/server/backup/restore-backup.ts'
import { verifyBackup } from '../../../src/server/backup/verify-backup.ts'
import { openFileStore } from '../../../src/server/files/open-file-store.ts'
import type { Place } from '../../../src/server/database/open-database.ts'
import { startPostgres } from '../../support/postgres.ts'
import { makeTempFolder, removeTempFolder } from '../../support/temp-folder.ts'
import { figure, type Figure, type Measure } from '../support/figure.ts'
import { seedLog } from '../support/seed-log.ts'

/** `ISOXA_BENCH_BACKUP_OPS=100000 npm run bench -- backup` for a quick look. */
const ops = Number(process.env['ISOXA_BENCH_BACKUP_OPS'] ?? 1_000_000)

/**
 * Backup, verify and restore of a million ops without files, each as the command line does it: a backup is verified
 * before it counts, and so is what is restored.
 */
export const measureBackup: Measure = async () => {
  const place: Place = { dataFolder: makeTempFolder('seeded') }
  await seedLog(place.dataFolder, ops)
  const folder = join(makeTempFolder('backups'), 'sqlite')
  return measureRound('sqlite', place, folder, { dataFolder: makeTempFolder('restored') })
}

/** The same on PostgreSQL, which gets its data by restoring a backup of SQLite. */
export const measurePostgresBackup: Measure = async () => {
  const seeded: Place = { dataFolder: makeTempFolder('seeded') }
  await seedLog(seeded.dataFolder, ops)
  const folder = join(makeTempFolder('backups'), 'sqlite')
  await backUp(seeded, folder)
  removeTempFolder(seeded.dataFolder)
  const server = await startPostgres({ isDurable: true })
  try {
    const [from, to] = [await aDatabase(server.url, 'a'), await aDatabase(server.url, 'b')]
    await restore(folder, from)
    return await measureRound('postgres', from, join(makeTempFolder('backups'), 'postgres'), to)
  } finally {
    await server.stop()
  }
}

async function measureRound(
  engine: string,
  place: Place,
  path: string,
  target: Place,
): Promise<readonly Figure[]> {
  const [name, backupMs] = await timed(() => backUp(place, path))
  const folder = await findBackupFolder(path)
  if (!folder.ok) throw new Error(folder.error.type)
  const manifest = await readManifest(folder.value, name)
  if (!manifest.ok) throw new Error(manifest.error.type)
  if ((manifest.value.tables['log'] ?? 0) < ops) throw new Error('the backup has not all ops')
  const [findings, verifyMs] = await timed(() =>
    Array.fromAsync(verifyBackup(folder.value, name, manifest.value)),
  )
  if (findings.length > 0) throw new Error(JSON.stringify(findings[0]))
  const [, restoreMs] = await timed(() => restore(path, target))
  return [
    figure(`${engine}_backup_${ops}_ops`, backupMs / 1000, 's'),
    figure(`${engine}_verify_${ops}_ops`, verifyMs / 1000, 's'),
    figure(`${engine}_restore_${ops}_ops`, restoreMs / 1000, 's'),
    figure(`${engine}_backup_size`, statSync(folder.value.dumpOf(name)).size / 1e6, 'MB'),
  ]
}

async function backUp(place: Place, folder: string): Promise<string> {
  const files = await openFileStore(place)
  const made = await makeBackup({ place, files, folder, clock: Date.now, version: 'bench' })
  if (!made.ok) throw new Error(JSON.stringify(made.error).slice(0, 500))
  return made.value.name
}

async function restore(folder: string, place: Place): Promise<void> {
  const restored = await restoreBackup({
    folder,
    place,
    files: await openFileStore(place),
    mayLackFiles: false,
  })
  if (!restored.ok) throw new Error(JSON.stringify(restored.error).slice(0, 500))
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const startedAt = performance.now()
  const value = await work()
  return [value, performance.now() - startedAt]
}

async function aDatabase(url: string, name: string): Promise<Place> {
  const client = new Client({ connectionString: `${url}/postgres` })
  await client.connect()
  await client.query(`create database bench_${name}`)
  await client.end()
  return { databaseUrl: `${url}/bench_${name}`, dataFolder: makeTempFolder('postgres') }
}
