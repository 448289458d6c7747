import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileStore } from '../../src/server/files/file-store.ts'

export interface TestFileStore {
  readonly store: FileStore
  /** The same place as another server process sees it. */
  readonly elsewhere: FileStore
  close: () => Promise<void>
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What every place for files has to do (SY12). */
export function fileStoreContract(name: string, open: () => Promise<TestFileStore>): void {
  describe(`files in ${name}`, () => {
    let opened: TestFileStore
    let files: FileStore
    beforeAll(async () => {
      opened = await open()
      files = opened.store
    })
    afterAll(() => opened.close())

    let number = 0
    /** Nobody else's bytes, so that tests do not meet. */
    function anUpload(size = 3000, person = 'lan@xã/Khánh Long') {
      const bytes = Buffer.alloc(size, `tệp ${name} ${++number}`)
      return { bytes, upload: { sha256: sha256Of(bytes), person } }
    }
    const read = async (sha256: string, from = files) => {
      const stream = await from.read(sha256)
      return stream && (await buffer(stream))
    }

    test('SY12 what came in pieces is stored whole, and read by every server process', async () => {
      const { bytes, upload } = anUpload()
      for (const [at, end] of [
        [0, 1000],
        [1000, 1001],
        [1001, 3000],
      ] as const)
        expect(await files.append(upload, at, bytes.subarray(at, end))).toBe(true)
      const found = await files.inspect(upload)
      expect(found.sha256).toBe(upload.sha256)
      expect(Buffer.from(found.start)).toEqual(bytes.subarray(0, 16))
      expect(await read(upload.sha256)).toBeUndefined()
      await files.store(upload)
      expect(await read(upload.sha256)).toEqual(bytes)
      expect(await read(upload.sha256, opened.elsewhere)).toEqual(bytes)
    })

    test('SY12 an upload that began at one server process goes on at another', async () => {
      const { bytes, upload } = anUpload()
      await files.append(upload, 0, bytes.subarray(0, 1200))
      expect(await opened.elsewhere.append(upload, 1200, bytes.subarray(1200))).toBe(true)
      expect((await files.inspect(upload)).sha256).toBe(upload.sha256)
      await files.store(upload)
      expect(await read(upload.sha256, opened.elsewhere)).toEqual(bytes)
    })

    test('a piece may come twice, and what stood there from its offset on is replaced', async () => {
      const { bytes, upload } = anUpload()
      await files.append(upload, 0, bytes.subarray(0, 1000))
      await files.append(upload, 1000, Buffer.alloc(500, 'x'))
      await files.append(upload, 1500, Buffer.alloc(900, 'y'))
      await files.append(upload, 1000, bytes.subarray(1000, 2000))
      await files.append(upload, 2000, bytes.subarray(2000))
      expect((await files.inspect(upload)).sha256).toBe(upload.sha256)
    })

    test('a piece that begins in the middle of one before cuts it', async () => {
      const { bytes, upload } = anUpload()
      await files.append(upload, 0, Buffer.concat([bytes.subarray(0, 700), Buffer.alloc(800, 'x')]))
      expect(await files.append(upload, 700, bytes.subarray(700))).toBe(true)
      expect((await files.inspect(upload)).sha256).toBe(upload.sha256)
    })

    test('a beginning anew leaves nothing of what was there', async () => {
      const { bytes, upload } = anUpload()
      await files.append(upload, 0, Buffer.alloc(2000, 'x'))
      await files.append(upload, 2000, Buffer.alloc(5000, 'y'))
      await files.append(upload, 0, bytes)
      expect((await files.inspect(upload)).sha256).toBe(upload.sha256)
    })

    test('a piece whose beginning is not there is not taken', async () => {
      const { bytes, upload } = anUpload()
      expect(await files.append(upload, 1000, bytes.subarray(1000))).toBe(false)
      await files.append(upload, 0, bytes.subarray(0, 1000))
      expect(await files.append(upload, 1001, bytes.subarray(1001))).toBe(false)
      await files.drop(upload)
      expect(await files.append(upload, 1000, bytes.subarray(1000))).toBe(false)
    })

    test('SY9 two people’s uploads of one file do not touch each other', async () => {
      const { bytes, upload } = anUpload()
      const other = { ...upload, person: 'minh' }
      await files.append(upload, 0, bytes.subarray(0, 1000))
      await files.append(other, 0, Buffer.alloc(1000, 'x'))
      await files.drop(other)
      expect(await files.append(upload, 1000, bytes.subarray(1000))).toBe(true)
      await files.store(upload)
      expect(await read(upload.sha256)).toEqual(bytes)
    })

    test('the same file stored twice is there once; dropping what is not there is nothing', async () => {
      const { bytes, upload } = anUpload()
      for (const person of ['lan', 'minh']) {
        await files.append({ ...upload, person }, 0, bytes)
        await files.store({ ...upload, person })
      }
      expect(await read(upload.sha256)).toEqual(bytes)
      await files.drop(upload)
      expect(await read(sha256Of(Buffer.from('never')))).toBeUndefined()
    })

    test('a piece of 1 MB, and a file of several, come back byte for byte', async () => {
      const bytes = Buffer.alloc(2_500_000)
      for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE((at * 2_654_435_761) % 2 ** 32, at)
      const upload = { sha256: sha256Of(bytes), person: 'lan' }
      for (let at = 0; at < bytes.length; at += 2 ** 20)
        await files.append(upload, at, bytes.subarray(at, at + 2 ** 20))
      await files.store(upload)
      expect(sha256Of((await read(upload.sha256)) ?? Buffer.alloc(0))).toBe(upload.sha256)
    })
  })
}
