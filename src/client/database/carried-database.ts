import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { FileHeader } from '../../sync/protocol/carried/file-header.ts'
import type { FoundItem } from '../../sync/protocol/carried/scan-bundle.ts'
import type { Summary } from '../../sync/protocol/carried/summary.ts'

/** Work of somebody else that this tablet carries to the server (SY16). */
export interface CarriedRecord {
  /** The bundle's id. */
  readonly id: string
  readonly summary: Summary
  /** What came through undamaged. */
  readonly changes: number
  readonly files: number
  readonly isWhole: boolean
  /** Milliseconds since 1970. */
  readonly takenAt: number
  readonly size: number
  readonly header: FileHeader
  /** Cannot be read out; together with the bytes it opens them here and nowhere else. */
  readonly key: CryptoKey
  readonly items: readonly FoundItem[]
  /** Places of items that the server has not confirmed yet. */
  readonly left: readonly number[]
  /** Changes that the server has taken, and those that it holds. */
  readonly taken: number
  readonly held: number
  /** Why it does not get on; null while nothing speaks against it. */
  readonly problem: string | null
  /** When the server had confirmed all of it, milliseconds since 1970. */
  readonly doneAt: number | null
}

export interface CarriedChunk {
  readonly id: string
  readonly index: number
  /** As they stood in the file: encrypted. */
  readonly bytes: ArrayBuffer
}

export type CarriedDatabase = Dexie & {
  readonly bundles: Table<CarriedRecord, string>
  readonly chunks: Table<CarriedChunk, [id: string, index: number]>
}

const carriedDatabaseName = 'isoxa-carried'

/** Whether this tablet has ever carried anything; nothing is created by asking. */
export const hasCarried = (): Promise<boolean> => Dexie.exists(carriedDatabaseName)

/** Of the tablet, not of a person: whoever signs in on it next may carry on. Opens itself when first used. */
export function createCarriedDatabase(
  options: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {},
): CarriedDatabase {
  const db = new Dexie(carriedDatabaseName, {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    ...options,
  }) as CarriedDatabase
  db.version(1).stores({ bundles: 'id', chunks: '[id+index]' })
  return db
}
