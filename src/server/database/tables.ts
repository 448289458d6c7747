/** Columns as both engines give them: text, or integers that fit a JavaScript number. */
export interface Tables {
  readonly meta: { key: string; value: string }
  readonly feeds: FeedRow
  readonly things: { id: string; feed: string }
  readonly entries: EntryRow
  readonly log: LogRow
  readonly held: HeldRow
  readonly accounts: AccountRow
  readonly sessions: SessionRow
  readonly session_devices: { token_hash: string; device: string }
  readonly devices: DeviceRow
  readonly tries: { key: string; failures: number; wait_until: number; at: number }
  readonly files: { sha256: string; size: number; type: string; stored_at: number }
  readonly uploads: UploadRow
  readonly file_grants: { sha256: string; person: string }
  readonly file_references: { sha256: string; feed: string; person: string }
  readonly device_keys: DeviceKeyRow
  readonly read_tokens: ReadTokenRow
  readonly carried_files: { sha256: string; author: string; courier: string }
  readonly seats: { number: number; person: string; device: string }
  readonly backup_heads: { feed: string; head: number; since: number }
}

export interface FeedRow {
  id: string
  /** On PostgreSQL: where the rows of the feed's log and entries lie (`migrations/provinces.ts`). */
  province?: string | undefined
  head: number
  count: number
  checksum: number
  /** Last link of the hash chain over the feed's log (SY15). */
  chain: string
}

export interface EntryRow {
  /** On PostgreSQL. */
  province?: string | undefined
  feed: string
  thing: string
  field: string
  type: string
  /** JSON. */
  value: string
  seq: number
  hlc: number
  op: string
  author: string
  at: number
  /** Bytes of the entry on the wire. */
  size: number
}

export interface LogRow {
  /** On PostgreSQL. */
  province?: string | undefined
  feed: string
  seq: number
  op: string
  device: string
  device_seq: number
  /** The whole record as canonical JSON: what the hash chain is over. */
  record: string
  chain: string
}

export interface HeldRow {
  /** SHA-256 of author and op. */
  id: string
  op_id: string
  feed: string
  author: string
  reason: string
  at: number
  /** JSON. */
  op: string
}

export interface AccountRow {
  person: string
  username: string
  /** Username as it is compared. */
  username_key: string
  password_hash: string
  failures: number
  locked_until: number
  /** 1 when somebody else made the password; it opens nothing but its own replacement. */
  is_one_time: number
}

export interface SessionRow {
  token_hash: string
  person: string
  device: string
  created_at: number
  seen_at: number
  expires_at: number
  revoked_at: number | null
}

export interface DeviceRow {
  device: string
  person: string
  first_seen_at: number
  last_contact_at: number
  revoked_at: number | null
}

export interface DeviceKeyRow {
  /** SHA-256 of the public key, base64url. */
  id: string
  person: string
  device: string
  /** Uncompressed point on P-256, base64url. */
  public_key: string
  registered_at: number
  revoked_at: number | null
}

export interface ReadTokenRow {
  id: string
  token_hash: string
  person: string
  name: string
  created_at: number
  expires_at: number
  used_at: number | null
}

export interface UploadRow {
  sha256: string
  person: string
  size: number
  type: string
  /** Bytes that are on the disk. */
  received: number
  touched_at: number
}
