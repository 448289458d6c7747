import type { FeedFinding } from '../database/dump/verify-feeds.ts'

/** Something in a backup, or in the live data, that is not as it was written. */
export type Finding =
  | FeedFinding
  | { readonly type: 'dumpMissing' | 'dumpShort' | 'dumpChanged' | 'manifestDiffers' }
  | { readonly type: 'fileMissing' | 'fileShort' | 'fileChanged'; readonly sha256: string }

export type BackupProblem =
  | { readonly type: 'foreignFolder' | 'noBackups'; readonly folder: string }
  | { readonly type: 'noSuchBackup' | 'manifestMissing' | 'manifestDamaged'; readonly name: string }
  | { readonly type: 'newerVersion'; readonly name: string; readonly app: string }
  | { readonly type: 'dataDamaged'; readonly findings: readonly Finding[] }
  | { readonly type: 'backupDamaged'; readonly name: string; readonly findings: readonly Finding[] }
  | { readonly type: 'placeNotEmpty' }
