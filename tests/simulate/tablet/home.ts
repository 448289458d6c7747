import type {
  FeedRecord,
  FileRecord,
  PersonDatabase,
  RowRecord,
  SentRecord,
} from '../../../src/client/database/person-database.ts'
import type { HeldRecord, OutboxItem } from '../../../src/sync/replica/replica-store.ts'
import type { Contents, TableName } from './quick-database.ts'

/** What lies on the disk, as somebody sees it who needs no permission. */
export interface Disk {
  readonly rows: readonly RowRecord[]
  readonly outbox: readonly OutboxItem[]
  readonly held: readonly HeldRecord[]
  readonly sent: readonly SentRecord[]
  readonly feeds: readonly FeedRecord[]
  readonly files: readonly FileRecord[]
}

/** Where one person's database on a tablet lies; it outlives the processes that open it. */
export interface Home {
  /** For a new process, which passes `pass` at every call. */
  open: (pass: () => void) => Promise<PersonDatabase>
  look: () => Promise<Disk>
  /** Behind the app's back. */
  remove: (table: TableName, records: readonly object[]) => Promise<void>
  /** A copy of all of it, as a backup of the tablet makes one. */
  image: () => Promise<Contents>
  putBack: (image: Contents) => Promise<void>
}
