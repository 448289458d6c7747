import type { KnownBackup } from './backup-state.ts'
import { isInBackup } from './backup-state.ts'
import type { Row } from './row.ts'

/** The three honest states: on this tablet, received by the server, in the server's newest backup. */
export type Whereabouts = 'onTablet' | 'atServer' | 'inBackup'

/** What this tablet knows of a file. */
export interface FileFact {
  /** The server has not confirmed the bytes yet. */
  readonly isOnlyHere: boolean
  /** The server's time when it had them; undefined when it did not tell. */
  readonly storedAt: number | undefined
}

/** What the tablet knows of backups, and of the epoch of each of its feeds. */
export interface BackupView {
  readonly backup: KnownBackup | undefined
  readonly epochs: ReadonlyMap<string, string>
}

/** Where a file is; undefined for one of which this tablet has no bytes, so that it cannot tell. */
export function whereFileIs(
  file: FileFact | null | undefined,
  { backup }: BackupView,
): Whereabouts | undefined {
  if (!file) return undefined
  if (file.isOnlyHere) return 'onTablet'
  return backup && file.storedAt !== undefined && file.storedAt < backup.at ? 'inBackup' : 'atServer'
}

/**
 * Where a thing is, which is where its least safe part is. A file of which this tablet has no bytes is another
 * tablet's: it may be in the backup or not, so the thing is not said to be.
 */
export function whereThingIs(
  rows: readonly Pick<Row, 'feed' | 'seq' | 'pending' | 'isStale'>[],
  files: readonly (FileFact | null | undefined)[],
  view: BackupView,
): Whereabouts {
  const ofFiles = files.map(file => whereFileIs(file, view))
  if (rows.some(({ pending }) => pending !== null) || ofFiles.includes('onTablet')) return 'onTablet'
  const isSafe = ({ feed, seq, isStale }: (typeof rows)[number]): boolean =>
    isStale !== true && isInBackup(view.backup, { feed, epoch: view.epochs.get(feed) ?? '', seq })
  return rows.every(isSafe) && ofFiles.every(where => where === 'inBackup') ? 'inBackup' : 'atServer'
}
