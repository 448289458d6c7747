import { err, ok } from '../../../lib/result.ts'
import { restoreBackup } from '../../backup/restore-backup.ts'
import { openFileStore } from '../../files/open-file-store.ts'
import { explainError } from '../explain-error.ts'
import type { Command } from './command.ts'
import { sayProblem } from './say-backup.ts'

export const restore: Command = {
  summary: 'Restores a backup into an empty DATA_DIR or database; tablets then bring back what is newer.',
  needs: {},
  may: { at: 'name of the backup, the newest if left out' },
  flags: { 'without-damaged-files': 'restores although photos or documents in the backup are damaged' },
  file: 'FOLDER',
  async runBeside(config, { options, folder = '' }) {
    const { databaseUrl, dataFolder } = config
    const restored = await restoreBackup({
      folder,
      name: options['at'],
      place: { databaseUrl, dataFolder },
      files: await openFileStore(config),
      mayLackFiles: options['without-damaged-files'] !== undefined,
    }).catch(explainError)
    if (typeof restored === 'string')
      return err(`Not restored: ${restored}. Mend that, then give the same command again.`)
    if (!restored.ok) return err(sayProblem(restored.error))
    const { name, manifest, lackingFiles } = restored.value
    return ok([
      `Restored backup ${name}: ${manifest.tables['log'] ?? 0} ops, ${manifest.files.length - lackingFiles.length} files.`,
      'When the server runs again, tablets bring back by themselves what they sent since then.',
      'What was done on this command line since then (people, roles, passwords) has to be done again.',
      ...lackingFiles.map(sha256 => `Not in the backup: file ${sha256}`),
    ])
  },
}
