import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import type { FormVersion } from '../../domain/forms/form-version.ts'
import type { Directory } from '../../domain/people/directory.ts'
import type { Scope } from '../../domain/people/scope.ts'
import type { FormName } from '../../domain/responses/response.ts'
import type { Authority } from '../../sync/authority/authority.ts'
import type { EntryStore } from '../../sync/authority/entry-store.ts'
import type { AccountStore } from '../database/account-store.ts'
import type { CarriedFiles } from '../database/carried-files.ts'
import type { DeviceKeyStore } from '../database/device-key-store.ts'
import type { DeviceStore } from '../database/device-store.ts'
import type { FileIndex } from '../database/file-index.ts'
import type { LogReader } from '../database/log-reader.ts'
import type { OneAtATime } from '../database/one-at-a-time.ts'
import type { ReadTokenStore } from '../database/read-token-store.ts'
import type { Session, SessionStore } from '../database/session-store.ts'
import type { TryStore } from '../database/try-store.ts'
import type { FileStore } from '../files/file-store.ts'
import type { DemoAccount } from './demo-route.ts'
import type { Passwords } from './passwords.ts'

/** What the routes stand on; all of it made by the composition root. */
export interface Services {
  readonly version: string
  readonly database: 'sqlite' | 'postgres'
  readonly mode: 'demo' | 'production'
  readonly demoAccounts: readonly DemoAccount[]
  /** The public origin, `https://iso.example`; decides the cookie's name and what counts as same-site. */
  readonly origin: string
  /** The feed with units, people and roles. */
  readonly referenceFeed: string
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly dayOf: (ms: number) => string
  /** Date and time where the server's people are, with the offset: `2017-11-01T08:30:00+07:00`. */
  readonly timeOf: (ms: number) => string
  /** Every form version: built-in ones, then published ones in the order of publication. */
  readonly listForms: () => Promise<readonly FormVersion[]>
  /** All versions of a form, the newest first; none when there is no such form. */
  readonly formVersions: (id: string) => Promise<readonly CompiledForm[]>
  /** The version that a response names; undefined when there is no such one. */
  readonly findForm: (name: FormName) => Promise<CompiledForm | undefined>
  readonly authority: Authority
  readonly entries: EntryStore
  readonly logReader: LogReader
  readonly accounts: AccountStore
  readonly sessions: SessionStore
  readonly tries: TryStore
  /** Across all processes of this server. */
  readonly oneAtATime: OneAtATime
  readonly devices: DeviceStore
  readonly deviceKeys: DeviceKeyStore
  readonly carriedFiles: CarriedFiles
  readonly readTokens: ReadTokenStore
  readonly fileIndex: FileIndex
  readonly files: FileStore
  readonly passwords: Passwords
  readonly log: (line: Readonly<Record<string, string | number>>) => void
}

/** What a request carries from one handler to the next. */
export interface Environment {
  Variables: {
    session: Session
    scope: Scope
    directory: Directory
  }
}
