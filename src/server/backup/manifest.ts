import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { err, ok, type Result } from '../../lib/result.ts'
import { canonicalJson } from '../database/canonical-json.ts'
import { migrationNames } from '../database/migrate.ts'
import type { BackupFolder } from './backup-folder.ts'
import type { BackupProblem } from './backup-problem.ts'

const manifest = z.strictObject({
  format: z.literal('iso-xa-backup/1'),
  app: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  /** The moment the backup is of, and when it was done: milliseconds since 1970. */
  at: z.int(),
  doneAt: z.int(),
  dump: z.strictObject({ sha256: z.string(), size: z.int() }),
  epoch: z.string(),
  migrations: z.array(z.string()).readonly(),
  tables: z.record(z.string(), z.int()),
  feeds: z.record(z.string(), z.tuple([z.int(), z.string()]).readonly()),
  files: z.array(z.tuple([z.string(), z.int()]).readonly()).readonly(),
  /** Files that were lost or damaged before the backup was made: it has not got them. */
  lost: z.array(z.string()).readonly(),
})

export type Manifest = z.infer<typeof manifest>

/** With a hash of itself, so that a manifest that was changed speaks for nothing. */
export const writeManifest = (body: Manifest): string =>
  `${JSON.stringify({ seal: sealOf(body), ...body })}\n`

const sealOf = (body: unknown): string => createHash('sha256').update(canonicalJson(body)).digest('hex')

/** The manifest of a backup, if this program can read what it speaks of. */
export async function readManifest(
  folder: BackupFolder,
  name: string,
): Promise<Result<Manifest, BackupProblem>> {
  const text = await readFile(folder.manifestOf(name), 'utf8').catch(() => undefined)
  if (text === undefined) return err({ type: 'manifestMissing', name })
  const read = unseal(text)
  if (!read) return err({ type: 'manifestDamaged', name })
  const parsed = manifest.safeParse(read)
  // It is sealed, so it is as it was written: by a version that writes other manifests.
  const isNewer = !parsed.success || parsed.data.migrations.some(one => !migrationNames.includes(one))
  if (isNewer) return err({ type: 'newerVersion', name, app: String(read['app']) })
  return ok(parsed.data)
}

function unseal(text: string): Record<string, unknown> | undefined {
  try {
    const { seal, ...body } = JSON.parse(text) as Record<string, unknown>
    return seal === sealOf(body) ? body : undefined
  } catch {
    return undefined
  }
}
