import { randomUUID } from 'node:crypto'
import { createAuthority, type Authority } from '../../sync/authority/authority.ts'
import { addProvince } from '../database/add-province.ts'
import { createAccountStore } from '../database/account-store.ts'
import { createCarriedFiles } from '../database/carried-files.ts'
import { createDeviceKeyStore } from '../database/device-key-store.ts'
import { createDeviceStore } from '../database/device-store.ts'
import { createEntryStore } from '../database/entry-store.ts'
import { createFileIndex } from '../database/file-index.ts'
import { filesOfOp } from '../database/files-of-op.ts'
import { createLogReader } from '../database/log-reader.ts'
import { createOneAtATime } from '../database/one-at-a-time.ts'
import { openDatabase } from '../database/open-database.ts'
import { createSeatStore } from '../database/seat-store.ts'
import { createReadTokenStore } from '../database/read-token-store.ts'
import { createSessionStore } from '../database/session-store.ts'
import { createTryStore } from '../database/try-store.ts'
import { openFileStore } from '../files/open-file-store.ts'
import type { Services } from '../http/environment.ts'
import { createPasswords } from '../http/passwords.ts'
import type { Config } from './config.ts'
import { createBuiltInForms, type FindForm } from './forms.ts'
import { createPublishedForms } from './published-forms.ts'
import { findKey } from './quiz-keys.ts'
import { provinceId, referenceFeed } from './seed-reference.ts'
import { createTimeText } from './time-text.ts'
import { version } from './version.ts'

export interface OpenedServices {
  readonly services: Services
  /** An authority of the same store that lives at another time, for the history of demo data. */
  authorityAt: (nowMs: () => number) => Authority
  close: () => Promise<void>
}

/** Opens the database and everything that stands on it. Throws when it cannot, with a sentence for the operator. */
export async function openServices(config: Config, log: Services['log']): Promise<OpenedServices> {
  const { databaseUrl, dataFolder, s3, mode, origin, timeZone } = config
  const files = await openFileStore({ dataFolder, s3 })
  const database = await openDatabase({ databaseUrl, dataFolder })
  if (database.notice !== undefined) log({ level: 'error', error: database.notice })
  const days = new Intl.DateTimeFormat('en-CA', { timeZone })
  await addProvince(database, provinceId)
  const entries = createEntryStore(database, {
    filesOf: filesOfOp,
    // A server serves one province; another one of the same database names its own.
    provinceOf: () => provinceId,
  })
  const builtIn = createBuiltInForms()
  const published = createPublishedForms(entries, referenceFeed)
  const findForm: FindForm = name => builtIn.find(name) ?? published.find(name)
  const dayOf = (ms: number): string => days.format(ms)
  const authorityAt = (nowMs: () => number): Authority =>
    createAuthority({
      store: entries,
      seats: createSeatStore(database),
      findForm,
      findKey,
      refreshForms: published.refresh,
      clock: { nowMs },
      dayOf,
      newId: randomUUID,
    })
  return {
    services: {
      version,
      database: database.engine,
      mode,
      demoAccounts: [],
      origin,
      referenceFeed,
      clock: Date.now,
      dayOf,
      timeOf: createTimeText(timeZone),
      async listForms() {
        await published.refresh()
        return [...builtIn.all, ...published.all()].map(({ form }) => form)
      },
      async formVersions(id) {
        await published.refresh()
        return [...published.list(id).toReversed(), ...builtIn.list(id)]
      },
      async findForm(name) {
        await published.refresh()
        return findForm(name)
      },
      authority: authorityAt(Date.now),
      entries,
      logReader: createLogReader(database),
      accounts: createAccountStore(database),
      sessions: createSessionStore(database),
      devices: createDeviceStore(database),
      deviceKeys: createDeviceKeyStore(database),
      carriedFiles: createCarriedFiles(database),
      readTokens: createReadTokenStore(database),
      fileIndex: createFileIndex(database),
      tries: createTryStore(database),
      oneAtATime: createOneAtATime(database),
      files,
      passwords: createPasswords(),
      log,
    },
    authorityAt,
    close: database.close,
  }
}
