import S3rver from 's3rver'
import type { S3Place } from '../../src/server/files/s3-place.ts'
import { findFreePort } from './free-port.ts'
import { makeTempFolder } from './temp-folder.ts'

export interface RunningS3 {
  readonly place: S3Place
  stop: () => Promise<void>
}

/** An S3 service that nobody here wrote, with an empty bucket. It knows keys by their id and checks no signature. */
export async function startS3(): Promise<RunningS3> {
  const port = await findFreePort()
  const bucket = 'iso-xa'
  const server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: makeTempFolder('s3'),
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  await server.run()
  return {
    place: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket,
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    },
    stop: () => server.close(),
  }
}
