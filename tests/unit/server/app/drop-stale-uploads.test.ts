import { expect, test } from 'vitest'
import { dropStaleUploads } from '../../../../src/server/app/drop-stale-uploads.ts'
import type { FileIndex, Upload } from '../../../../src/server/database/file-index.ts'
import type { FileStore } from '../../../../src/server/files/file-store.ts'

test('an upload nobody went on with for thirty days is given up, bytes first, then its row', async () => {
  const stale: Upload = { sha256: 'a', person: 'lan', size: 9, type: 'image/png', received: 4 }
  const done: string[] = []
  await dropStaleUploads({
    clock: () => Date.parse('2026-11-30T00:00:00Z'),
    fileIndex: {
      listUploadsBefore: async at => {
        done.push(`before ${new Date(at).toISOString().slice(0, 10)}`)
        return [stale]
      },
      dropUpload: async (sha256, person) => void done.push(`row ${sha256} ${person}`),
    } as Partial<FileIndex> as FileIndex,
    files: {
      drop: async ({ sha256 }) => void done.push(`bytes ${sha256}`),
    } as Partial<FileStore> as FileStore,
  })
  expect(done).toEqual(['before 2026-10-31', 'bytes a', 'row a lan'])
})
