import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { openPersonDatabase } from '../../../src/client/database/person-database.ts'
import { readBackup } from '../../../src/client/database/backup-note.ts'
import { createPersonStore } from '../../../src/client/database/person-store.ts'
import { createAsk } from '../../../src/client/network/ask-server.ts'
import { createFileLink } from '../../../src/client/network/file-link.ts'
import { createFileSender } from '../../../src/client/network/file-sender.ts'
import { createServerLink } from '../../../src/client/network/server-link.ts'
import { responseFields, responseId } from '../../../src/domain/responses/response-fields.ts'
import type { JsonValue } from '../../../src/lib/json-value.ts'
import { baselineSurvey } from '../../../src/server/app/forms.ts'
import { programmeId } from '../../../src/server/app/seed-reference.ts'
import { createReplica } from '../../../src/sync/replica/replica.ts'
import { whereThingIs } from '../../../src/sync/replica/whereabouts.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { photoValue, type Picture } from './a-picture.ts'
import { feedOf, sha256Of, unitOf, type Browser } from './a-server.ts'

interface Given {
  readonly person: string
  readonly commune: string
  readonly seed: number
  readonly clock: () => number
}

/** The real tablet without screens: its database, replica and file sender, as `client/app` puts them together. */
export async function aRealTablet({ person, commune, seed, clock }: Given) {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange }
  const opened = await openPersonDatabase({ person, options })
  if (!opened.ok) throw new Error('the database does not open')
  const db = opened.value
  const chance = seededRandom(seed)
  const random = (count: number) => Uint8Array.from({ length: count }, () => chance.below(256))
  const store = createPersonStore(db, { clock, random, person })
  const thing = {
    feed: feedOf(commune),
    type: 'response',
    thing: responseId(programmeId, baselineSurvey.id, unitOf(commune)),
  }

  async function save(field: string, value: JsonValue, picture?: Picture): Promise<void> {
    const files = picture
      ? [
          {
            sha256: picture.sha256,
            type: picture.type,
            bytes: new Uint8Array(picture.bytes).buffer,
            isThumb: false,
          },
        ]
      : []
    const saved = await store.save([{ ...thing, field, value }], files)
    if (!saved.ok) throw new Error(`not saved: ${saved.error.type}`)
  }

  /** Everything that waits, by way of a browser that is signed in: ops, then files. */
  async function sync(browser: Browser): Promise<void> {
    const fetch = ((path: string, init: RequestInit) =>
      browser.ask(init.method ?? 'GET', path, init)) as typeof globalThis.fetch
    const ask = createAsk({ fetch })
    const replica = createReplica({ store, server: createServerLink(ask), clock, person })
    const outcome = await replica.syncOnce()
    if (outcome.type !== 'synced') throw new Error(`not synced: ${JSON.stringify(outcome)}`)
    const files = createFileLink(ask, bytes => Promise.resolve(sha256Of(new Uint8Array(bytes))))
    const sender = createFileSender({
      files,
      outbox: store,
      clock,
      onProgress: () => undefined,
      mayOriginalsGo: () => true,
    })
    const sent = await sender.sendAll(() => Promise.resolve(undefined))
    if (sent.type !== 'sent' || sent.refused > 0) throw new Error(`files: ${JSON.stringify(sent)}`)
  }

  return {
    sync,
    start: () => save('form', { ...baselineSurvey }),
    answer: (question: string, value: JsonValue) => save(responseFields.answer(question), value),
    photograph: (question: string, picture: Picture) =>
      save(responseFields.evidence(question, picture.sha256), photoValue(picture), picture),
    backup: () => store.readNote('backup') as Promise<{ readonly at: number } | undefined>,
    storedAt: async (sha256: string) => (await db.files.get(sha256))?.storedAt,
    countWaiting: () => store.countWaiting(),
    /** What the screen shows, by field. */
    fields: async () =>
      Object.fromEntries(
        (await db.rows.toArray()).filter(row => row.thing === thing.thing).map(row => [row.field, row.value]),
      ),
    /** The state that the screens show of the response with these files, from what its database has now. */
    async whereabouts(...sha256s: readonly string[]) {
      const rows = (await db.rows.toArray()).filter(row => row.thing === thing.thing)
      const files = (await db.files.bulkGet([...sha256s])).map(
        file => file && { isOnlyHere: file.state === 'local', storedAt: file.storedAt },
      )
      const epochs = new Map((await db.feeds.toArray()).map(({ feed, epoch }) => [feed, epoch]))
      return whereThingIs(rows, files, { backup: await readBackup(db), epochs })
    },
    close: store.close,
  }
}
