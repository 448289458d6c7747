import type { BackupProblem, Finding } from '../../backup/backup-problem.ts'
import { isDiskFull } from '../../http/is-disk-full.ts'
import { explainError } from '../explain-error.ts'

const findingWords: Readonly<Record<Finding['type'], string>> = {
  recordChanged: 'the op was changed after it was written, or the chain before it',
  recordMissing: 'an op is missing here',
  tailMissing: 'the log ends too early',
  otherOp: 'the op is not the one it is listed as',
  entryMissing: 'the log has a value that is not served',
  entryDiffers: 'the value served is not the one in the log',
  entryOfNothing: 'a value is served that is in no log',
  countDiffers: 'the number of values is not the one noted',
  checksumDiffers: 'the checksum is not the one noted',
  thingElsewhere: 'the thing is not listed as one of this feed',
  feedMissing: 'rows of a feed that is not listed',
  dumpMissing: 'the database (iso-xa.db) is missing',
  dumpShort: 'the database (iso-xa.db) was cut off',
  dumpChanged: 'the database (iso-xa.db) is not the one that was written',
  manifestDiffers: 'the database is not the one the manifest speaks of',
  fileMissing: 'is missing',
  fileShort: 'was cut off',
  fileChanged: 'was changed',
}

export function sayFinding(finding: Finding): string {
  const words = findingWords[finding.type]
  if ('feed' in finding)
    return `feed ${finding.feed}${finding.seq > 0 ? `, op ${finding.seq}` : ''}: ${words}`
  return 'sha256' in finding ? `file ${finding.sha256}: ${words}` : words
}

const mostFindings = 100

export function sayFindings(findings: readonly Finding[]): readonly string[] {
  const lines = findings.slice(0, mostFindings).map(finding => `  ${sayFinding(finding)}`)
  const rest = findings.length - lines.length
  return rest > 0 ? [...lines, `  … and ${rest} more`] : lines
}

/** A problem as a sentence that says what to do. */
export function sayProblem(problem: BackupProblem): string {
  switch (problem.type) {
    case 'foreignFolder':
      return `${problem.folder} holds other things. Give a new or empty folder, or one that "backup" made.`
    case 'noBackups':
      return `There is no backup in ${problem.folder}.`
    case 'noSuchBackup':
      return `There is no backup "${problem.name}". Without --at the newest is taken.`
    case 'manifestMissing':
      return `Backup ${problem.name} has no manifest.json, so nothing says what it should hold. Take another with --at.`
    case 'manifestDamaged':
      return `The manifest.json of backup ${problem.name} was changed or cut off. Take another backup with --at.`
    case 'newerVersion':
      return `Backup ${problem.name} is of ISO Xã ${problem.app}, which is newer than this program. Update it first.`
    case 'dataDamaged':
      return [
        'The data themselves are damaged, so no new backup was made and older ones stay as they are:',
        ...sayFindings(problem.findings),
      ].join('\n')
    case 'backupDamaged':
      return [
        `Backup ${problem.name} is damaged, nothing was restored. Take another with --at, or, if only files are damaged,`,
        'give --without-damaged-files: the tablets that still have them send them again.',
        ...sayFindings(problem.findings),
      ].join('\n')
    case 'placeNotEmpty':
      return 'There are data already. Restore into an empty DATA_DIR (or an empty database in DATABASE_URL).'
  }
}

/** What went wrong while a backup was made, as a sentence. */
export const sayFailure = (error: unknown, folder: string): string =>
  isDiskFull(error)
    ? `There is no room left for a backup in ${folder}. Free some, or give another folder. Older backups are as they were.`
    : `Not done: ${explainError(error)}.`
