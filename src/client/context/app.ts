import type { Result } from '../../lib/result.ts'
import type { HeldSettlement } from '../../sync/protocol/held-settlement.ts'
import type { Op } from '../../sync/protocol/op.ts'
import type { Change, HeldRecord, NewFile } from '../../sync/replica/replica-store.ts'
import type { Row } from '../../sync/replica/row.ts'
import type { BackupView, FileFact } from '../../sync/replica/whereabouts.ts'
import type { FileRecord } from '../database/person-database.ts'
import type { Digest, DigestStore } from '../database/digest-store.ts'
import type { DroppedPhoto, EarlierPicture } from '../database/drop-files.ts'
import type { Saved } from '../database/save-changes.ts'
import type { SaveProblem } from '../database/save-problem.ts'
import type { StorageRoom } from '../database/storage-room.ts'
import type { AdminLink } from '../network/admin-link.ts'
import type { DownloadGiven, DownloadResult } from '../network/download-link.ts'
import type { OpenDataLink, ReadToken } from '../network/open-data-link.ts'
import type { UnitsLink, UnitsPreview, UnitsWish, UnitWork } from '../network/units-link.ts'
import type { Carry } from './carry.ts'
import type { OriginalsPolicy, OriginalsSetting } from '../network/originals-policy.ts'
import type { SyncStatus } from '../network/sync-runner.ts'

export type {
  Digest,
  DroppedPhoto,
  EarlierPicture,
  OriginalsSetting,
  ReadToken,
  Saved,
  SaveProblem,
  StorageRoom,
  UnitsLink,
  UnitsPreview,
  UnitsWish,
  UnitWork,
}

/** Something that changes; calls back with its value now and with each later one. */
export interface Watchable<T> {
  subscribe: (next: (value: T) => void) => { unsubscribe: () => void }
}

/** What screens may do and know while a person is signed in on this tablet. */
export interface App {
  readonly person: { readonly id: string; readonly name: string; readonly username: string }
  readonly isDemo: boolean
  /** The browser deleted what this tablet held of this person (ST5). */
  readonly wasEmptied: boolean
  /** Today in Vietnam, `YYYY-MM-DD`. */
  today: () => string
  /** The instant in Vietnam as ODK writes it, `YYYY-MM-DDTHH:mm:ss.SSS+07:00`. */
  now: () => string
  newId: () => string
  /** Of this person on this tablet. */
  deviceId: () => Promise<string>
  /** The number that audits and findings begun by this person on this tablet carry; undefined before the first sync. */
  seat: () => Promise<number | undefined>
  /**
   * One strict transaction (SY1): it is on the tablet when this resolves with ok. `drop`: a photo whose bytes leave the
   * tablet with it, where nothing else names it; `earlier` of the result tells what became of it.
   */
  save: (
    changes: readonly Change[],
    files?: readonly NewFile[],
    drop?: DroppedPhoto,
  ) => Promise<Result<Saved, SaveProblem>>
  /** Bytes of a file, from the tablet or else from the server. */
  readFile: (sha256: string) => Promise<Blob | undefined>
  mayAddPhoto: () => Promise<boolean>
  watchThing: (thing: string) => Watchable<readonly Row[]>
  /** Rows of a type whose field begins with a prefix. */
  watchFields: (type: string, prefix: string) => Watchable<readonly Row[]>
  /** Last link of a feed's hash chain as this tablet last read it (SY15); '' before that. */
  chainOf: (feed: string) => Promise<string>
  /** Every row of a feed. */
  watchFeed: (feed: string) => Watchable<readonly Row[]>
  watchHeld: () => Watchable<readonly HeldRecord[]>
  /** Ops that wait, in the order they will be offered. */
  watchOutbox: () => Watchable<readonly Op[]>
  /** Of these files, those this tablet has. */
  watchFileFacts: (sha256s: readonly string[]) => Watchable<ReadonlyMap<string, FileFact | null>>
  /** Files that only this tablet has, in the order they will be offered. */
  watchUnsentFiles: () => Watchable<readonly FileRecord[]>
  /** How far the server's newest backup goes, as it told this tablet. */
  watchBackup: () => Watchable<BackupView>
  countAnswers: () => Watchable<ReadonlyMap<string, number>>
  retryHeld: (op: string) => Promise<void>
  settleHeld: (op: string) => Promise<void>
  readonly sync: {
    status: () => SyncStatus
    subscribe: (listener: () => void) => () => void
    now: () => void
  }
  /** When photos in full size may leave this tablet; of this person. */
  readonly originals: {
    setting: () => Promise<OriginalsSetting>
    choose: (setting: OriginalsSetting) => Promise<void>
    network: OriginalsPolicy['network']
    /** Sends what waits over any network, this once. */
    sendNow: () => void
  }
  storageRoom: () => Promise<StorageRoom>
  askToPersist: () => Promise<boolean>
  contacts: () => Promise<Contacts | undefined>
  /** What the server holds of others in the communes this person reviews, and knows of the own; undefined when it cannot be asked. */
  heldElsewhere: (before?: string) => Promise<HeldElsewhereList | undefined>
  /** Has the server make a file of responses and saves it where the browser keeps downloads. */
  exportResponses: (wish: ExportWish, given: Omit<DownloadGiven, 'path'>) => Promise<ExportResult>
  /** The OData feed for this person's Excel and Power BI; loaded when first asked for. */
  openData: () => Promise<OpenData>
  /** People, tablets and the trail at the server; loaded when first asked for. */
  admin: () => Promise<AdminLink>
  /** What is made of whole feeds, kept beside them; loaded when first asked for. */
  digests: () => Promise<Digests>
  /** Merging and splitting units, for the administrator; loaded when first asked for. */
  units: () => Promise<UnitsLink>
  /** Unsent work on its way without a network (SY16); loaded when first asked for. */
  carry: () => Promise<Carry>
  /** Leaves this person; the data stays on the tablet (SY10). */
  signOut: () => Promise<void>
}

export interface Digests extends Pick<DigestStore, 'read' | 'put' | 'rowsOf' | 'rowsOfType'> {
  /** Of each feed with anything on this tablet, a text that changes whenever one of its rows does. */
  watchVersions: () => Watchable<ReadonlyMap<string, string>>
  /** What the server last told of the tablets of the communes, and when. */
  knownContacts: () => Promise<Contacts | undefined>
  keepContacts: (contacts: Contacts) => Promise<void>
}

export interface OpenData extends OpenDataLink {
  /** False where the browser does not let it. */
  copy: (text: string) => Promise<boolean>
}

export interface ExportWish {
  /** The form's id, all versions. */
  readonly form: string
  readonly format: 'xlsx' | 'csv' | 'zip'
  /** `codes`, or the language of the labels. */
  readonly language: string
  readonly splitMultiple: boolean
  /** Only this unit and those below it; null: all in scope. */
  readonly unit: string | null
}

export type ExportResult =
  | { readonly type: 'saved'; readonly name: string; readonly bytes: number }
  | Exclude<DownloadResult, { readonly type: 'downloaded' }>

/** An op of somebody else that the server has not taken (SY4). */
export interface HeldElsewhere extends HeldRecord {
  readonly author: string
}

export interface HeldElsewhereList {
  readonly held: readonly HeldElsewhere[]
  /** How many older ones the server did not list. */
  readonly older: number
  /** To be given as `before`, for these; undefined when there are none, or the server cannot go on. */
  readonly next: string | undefined
  /** What reviewers have decided about the person's own held ops, by op. */
  readonly settled: ReadonlyMap<string, SettledHeld>
  /** What reviewers ask the person for, by op. */
  readonly asked: ReadonlyMap<string, AskedHeld>
}

/** A reviewer's words to the author of a held op. */
export interface AskedHeld {
  readonly note: string
  readonly by: string
  /** Of theirs, where the directory may not know them. */
  readonly name?: string | undefined
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface SettledHeld extends AskedHeld, HeldSettlement {}

/** When each commune's tablets last synced, as the server told it. */
export interface Contacts {
  /** Milliseconds since 1970. */
  readonly asOf: number
  readonly byUnit: Readonly<Record<string, number>>
}
