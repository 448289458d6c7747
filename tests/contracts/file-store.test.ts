import { describe, expect, test } from 'vitest'
import { createFolderFileStore } from '../../src/server/files/folder-file-store.ts'
import { openFileStore } from '../../src/server/files/open-file-store.ts'
import { createS3Bucket } from '../../src/server/files/s3-bucket.ts'
import { createS3FileStore } from '../../src/server/files/s3-file-store.ts'
import { startS3 } from '../support/s3-server.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { fileStoreContract } from './file-store-contract.ts'

fileStoreContract('a folder', () => {
  const folder = makeTempFolder('files')
  return Promise.resolve({
    store: createFolderFileStore(folder),
    elsewhere: createFolderFileStore(folder),
    close: () => Promise.resolve(),
  })
})

fileStoreContract('a bucket', async () => {
  const { place, stop } = await startS3()
  const open = () => createS3FileStore(createS3Bucket(place))
  return { store: open(), elsewhere: open(), close: stop }
})

describe('a bucket', () => {
  test('is listed whole, page by page', async () => {
    const { place, stop } = await startS3()
    const bucket = createS3Bucket(place)
    const keys = Array.from({ length: 1005 }, (_, at) => `uploads/a/${String(at).padStart(12, '0')}`)
    for (const key of keys) await bucket.put(key, Buffer.from('x'))
    await bucket.put('uploads/b/0', Buffer.from('x'))
    expect(await bucket.list('uploads/a/')).toEqual(keys.map(key => ({ key, size: 1 })))
    await stop()
  })

  test('with a wrong key, without its name or out of reach is told of when the server starts', async () => {
    const { place, stop } = await startS3()
    const open = (change: object) => openFileStore({ dataFolder: '', s3: { ...place, ...change } })
    await expect(open({})).resolves.toBeDefined()
    for (const change of [{ accessKeyId: 'wrong' }, { bucket: 'nosuch' }, { endpoint: 'http://127.0.0.1:9' }])
      await expect(open(change)).rejects.toThrow(/the bucket \S+ at \S+ cannot be used/u)
    await stop()
  })

  test('whose pieces leave nothing behind when the file is stored', async () => {
    const { place, stop } = await startS3()
    const bucket = createS3Bucket(place)
    const files = createS3FileStore(bucket)
    const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'
    await files.append({ sha256, person: 'lan' }, 0, Buffer.from('x'))
    expect(await bucket.list('')).toHaveLength(1)
    await files.store({ sha256, person: 'lan' })
    expect(await bucket.list('')).toEqual([{ key: `files/2d/${sha256}`, size: 1 }])
    await stop()
  })

  test('gets no file under a hash that its bytes do not have', async () => {
    const { place, stop } = await startS3()
    const bucket = createS3Bucket(place)
    const upload = { sha256: 'a'.repeat(64), person: 'lan' }
    const files = createS3FileStore(bucket)
    await files.append(upload, 0, Buffer.from('x'))
    await expect(files.store(upload)).rejects.toThrow('changed')
    expect(await files.read(upload.sha256)).toBeUndefined()
    await stop()
  })
})
