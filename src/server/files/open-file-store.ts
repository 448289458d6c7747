import { join } from 'node:path'
import type { FileStore } from './file-store.ts'
import { createFolderFileStore } from './folder-file-store.ts'
import { createS3Bucket } from './s3-bucket.ts'
import { createS3FileStore } from './s3-file-store.ts'
import type { S3Place } from './s3-place.ts'

interface Place {
  readonly dataFolder: string
  readonly s3?: S3Place | undefined
}

/** Files in the bucket, or in the data folder when there is none. Throws when the bucket cannot be reached. */
export async function openFileStore({ dataFolder, s3 }: Place): Promise<FileStore> {
  if (!s3) return createFolderFileStore(join(dataFolder, 'files'))
  const bucket = createS3Bucket(s3)
  await bucket.list('files/none').catch((error: unknown) => {
    throw new Error(`the bucket ${s3.bucket} at ${s3.endpoint} cannot be used`, { cause: error })
  })
  return createS3FileStore(bucket)
}
