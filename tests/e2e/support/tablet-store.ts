import type { Page } from 'playwright-core'

export interface StoredFile {
  /** The name it is stored under. */
  readonly sha256: string
  readonly type: string
  readonly size: number
  readonly isThumb: boolean
  readonly state: 'local' | 'sent' | 'pulled'
  /** The hash and the bytes of what is really there. */
  readonly foundSha256: string
  readonly bytes: Uint8Array
}

export interface TabletStore {
  /** Value by field, of one thing or of all. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly outbox: number
  readonly held: number
  readonly files: readonly StoredFile[]
}

/** What a person's database holds, read beside the app, straight from IndexedDB. */
export async function readTabletStore(page: Page, person: string): Promise<TabletStore> {
  const read = await page.evaluate(async name => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
      })
    const db = await settled(indexedDB.open(name))
    const all = async (store: string) =>
      (await settled(db.transaction(store).objectStore(store).getAll())) as Record<string, unknown>[]
    const [rows, outbox, held, files, chunks] = [
      await all('rows'),
      await all('outbox'),
      await all('held'),
      await all('files'),
      await all('chunks'),
    ]
    db.close()
    const found = []
    for (const file of files) {
      const own = chunks
        .filter(chunk => chunk['sha256'] === file['sha256'])
        .sort((a, b) => Number(a['index']) - Number(b['index']))
      const bytes = await new Blob(own.map(chunk => chunk['bytes'] as ArrayBuffer)).arrayBuffer()
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      const foundSha256 = Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
      const letters = Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join('')
      found.push({ ...file, foundSha256, base64: btoa(letters) })
    }
    return {
      fields: rows.map(row => [row['field'], row['value']] as [string, unknown]),
      outbox: outbox.length,
      held: held.length,
      files: found as unknown as (Omit<StoredFile, 'bytes'> & { base64: string })[],
    }
  }, `isoxa-person-${person}`)
  return {
    ...read,
    fields: Object.fromEntries(read.fields),
    files: read.files.map(({ base64, ...file }) => ({ ...file, bytes: Buffer.from(base64, 'base64') })),
  }
}

/** The databases of this origin, by name. */
export const listDatabases = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').toSorted())
