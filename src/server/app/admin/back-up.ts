import { setTimeout as wait } from 'node:timers/promises'
import { err, ok, type Result } from '../../../lib/result.ts'
import type { Keep } from '../../backup/choose-kept.ts'
import { makeBackup, type BackupGiven } from '../../backup/make-backup.ts'
import { openFileStore } from '../../files/open-file-store.ts'
import { version } from '../version.ts'
import type { Command, Outcome } from './command.ts'
import { sayFailure, sayProblem } from './say-backup.ts'

const everyDefaultKeep = '60,24,30'

export const backUp: Command = {
  summary: 'Makes a backup of everything while the server runs, and verifies it.',
  needs: {},
  may: {
    every: 'seconds: goes on, a backup each time, until it is stopped',
    keep: `minutes,hours,days: keeps one for each of the last ones, removes others; with --every ${everyDefaultKeep}`,
  },
  file: 'FOLDER',
  async runBeside(config, { options, folder = '', signal, say }) {
    const every = readEvery(options['every'])
    if (!every.ok) return every
    const keep = readKeep(options['keep'] ?? (every.value === undefined ? undefined : everyDefaultKeep))
    if (!keep.ok) return keep
    const { databaseUrl, dataFolder } = config
    const given: BackupGiven = {
      place: { databaseUrl, dataFolder },
      files: await openFileStore(config),
      folder,
      clock: Date.now,
      version,
      keep: keep.value,
    }
    if (every.value === undefined) return backUpOnce(given)
    while (!signal.aborted) {
      const startedAt = Date.now()
      const made = await backUpOnce(given)
      for (const line of made.ok ? made.value : [made.error]) say(line)
      const restMs = Math.max(0, startedAt + every.value * 1000 - Date.now())
      await wait(restMs, undefined, { signal }).catch(() => undefined)
    }
    return ok([])
  },
}

async function backUpOnce(given: BackupGiven): Promise<Outcome> {
  try {
    const startedAt = Date.now()
    const made = await makeBackup(given)
    if (!made.ok) return err(sayProblem(made.error))
    const { name, manifest, copiedFiles, removed } = made.value
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    const lines = [
      `Backup ${name}: ${manifest.tables['log'] ?? 0} ops, ${manifest.files.length} files (${copiedFiles} new), verified, ${seconds} s.`,
      ...(removed.length > 0 ? [`Removed ${removed.length} older ones.`] : []),
    ]
    if (manifest.lost.length === 0) return ok(lines)
    return err(
      [
        ...lines,
        `The server has lost ${manifest.lost.length} files, so they are not in it, and tablets are not told that they are:`,
        ...manifest.lost.map(sha256 => `  ${sha256}`),
      ].join('\n'),
    )
  } catch (error) {
    return err(sayFailure(error, given.folder))
  }
}

function readEvery(text: string | undefined): Result<number | undefined, string> {
  if (text === undefined) return ok(undefined)
  const seconds = Number(text)
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400
    ? ok(seconds)
    : err(`--every is a number of seconds from 1 to 86400, not "${text}".`)
}

/** `60,24,30`: minutes, hours, days. */
function readKeep(text: string | undefined): Result<Keep | undefined, string> {
  if (text === undefined) return ok(undefined)
  if (!/^\d{1,5},\d{1,5},\d{1,5}$/u.test(text))
    return err(`--keep is three numbers, minutes,hours,days, such as 60,24,30, not "${text}".`)
  const [minutes = 0, hours = 0, days = 0] = text.split(',').map(Number)
  return ok({ minutes, hours, days })
}
