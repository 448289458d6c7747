import { err, ok } from '../../../lib/result.ts'
import { findBackupFolder, findBackupName } from '../../backup/backup-folder.ts'
import type { Finding } from '../../backup/backup-problem.ts'
import { readManifest } from '../../backup/manifest.ts'
import { verifyBackup } from '../../backup/verify-backup.ts'
import { verifyData } from '../../backup/verify-data.ts'
import { openFileStore } from '../../files/open-file-store.ts'
import { explainError } from '../explain-error.ts'
import type { Command, Outcome } from './command.ts'
import { sayFindings, sayProblem } from './say-backup.ts'

export const verify: Command = {
  summary: 'Reads a backup, or without FOLDER the live data, from the first op to the last file.',
  needs: {},
  may: { at: 'name of the backup, the newest if left out' },
  file: 'FOLDER',
  isFileOptional: true,
  async runBeside(config, { options, folder }) {
    const { databaseUrl, dataFolder } = config
    const work =
      folder === undefined
        ? judge('The data', verifyData({ databaseUrl, dataFolder }, await openFileStore(config), Date.now))
        : verifyFolder(folder, options['at'])
    return work.catch((error: unknown) => err(`Not verified: ${explainError(error)}.`))
  },
}

async function verifyFolder(path: string, wanted: string | undefined): Promise<Outcome> {
  const folder = await findBackupFolder(path)
  if (!folder.ok) return err(sayProblem(folder.error))
  const name = await findBackupName(folder.value, wanted)
  if (!name.ok) return err(sayProblem(name.error))
  const manifest = await readManifest(folder.value, name.value)
  if (!manifest.ok) return err(sayProblem(manifest.error))
  const { lost } = manifest.value
  const outcome = await judge(`Backup ${name.value}`, verifyBackup(folder.value, name.value, manifest.value))
  if (!outcome.ok || lost.length === 0) return outcome
  return err(
    [
      ...outcome.value,
      `But ${lost.length} files were lost before it was made:`,
      ...lost.map(one => `  ${one}`),
    ].join('\n'),
  )
}

async function judge(what: string, findings: AsyncIterable<Finding>): Promise<Outcome> {
  const found: Finding[] = []
  for await (const finding of findings) found.push(finding)
  return found.length === 0
    ? ok([`${what}: everything is as it was written.`])
    : err([`${what}: ${found.length} findings`, ...sayFindings(found)].join('\n'))
}
