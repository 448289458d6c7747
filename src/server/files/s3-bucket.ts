import { AwsClient } from 'aws4fetch'
import { createHash } from 'node:crypto'
import type { S3Place } from './s3-place.ts'

/** The four things that are asked of a bucket. Each throws when the service does not do it. */
export interface S3Bucket {
  /** Resolves when the object is kept; the service refuses bytes that do not have that SHA-256. */
  put: (key: string, bytes: Uint8Array, sha256?: string) => Promise<void>
  /** Undefined when there is no such object. */
  get: (key: string) => Promise<Uint8Array | undefined>
  /** Also done when there is no such object. */
  remove: (key: string) => Promise<void>
  /** Keys and sizes in the order of the keys. */
  list: (prefix: string) => Promise<readonly { readonly key: string; readonly size: number }[]>
}

const patienceMs = 30_000
const retries = 3

/**
 * Speaks with a bucket by its path (`endpoint/bucket/key`), which every S3-compatible service understands; requests are
 * signed with their bytes (AWS Signature Version 4). Keys have letters, digits, `/`, `-` and `.` only.
 */
export function createS3Bucket({ endpoint, bucket, ...key }: S3Place): S3Bucket {
  const client = new AwsClient({ ...key, service: 's3', retries })
  const root = `${endpoint.replace(/\/$/u, '')}/${bucket}`

  async function ask(method: string, path: string, init: { body?: Uint8Array; sha256?: string } = {}) {
    const { body, sha256 = hashOf(body ?? new Uint8Array()) } = init
    const response = await client.fetch(`${root}${path}`, {
      method,
      ...(body && { body: body as Uint8Array<ArrayBuffer> }),
      headers: { 'x-amz-content-sha256': sha256 },
      signal: AbortSignal.timeout(patienceMs),
    })
    if (response.ok || response.status === 404) return response
    await response.body?.cancel()
    throw new BucketRefused(`${bucket}: ${method} was answered with ${response.status}`, response.status)
  }

  return {
    async put(key, body, sha256) {
      const { status, body: answer } = await ask('PUT', `/${key}`, { body, ...(sha256 && { sha256 }) })
      await answer?.cancel()
      if (status === 404) throw new BucketRefused(`there is no bucket ${bucket}`, status)
    },
    async get(key) {
      const response = await ask('GET', `/${key}`)
      const bytes = new Uint8Array(await response.arrayBuffer())
      return response.status === 404 ? undefined : bytes
    },
    async remove(key) {
      await (await ask('DELETE', `/${key}`)).body?.cancel()
    },
    async list(prefix) {
      const found: { key: string; size: number }[] = []
      // The first version of listing goes on after a key; tokens of the second one differ from service to service.
      for (let marker: string | undefined = ''; marker !== undefined;) {
        const response = await ask('GET', `?${new URLSearchParams({ prefix, marker }).toString()}`)
        const xml = await response.text()
        if (response.status === 404) throw new BucketRefused(`there is no bucket ${bucket}`, 404)
        for (const [, one = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gsu))
          found.push({ key: textOf(one, 'Key') ?? '', size: Number(textOf(one, 'Size')) })
        marker = textOf(xml, 'IsTruncated') === 'true' ? found.at(-1)?.key : undefined
      }
      return found
    },
  }
}

/** What `isDiskFull` knows a full disk by. */
const fullCode = 'ENOSPC'

class BucketRefused extends Error {
  readonly code: string
  constructor(words: string, status: number) {
    super(words)
    this.name = 'BucketRefused'
    this.code = status === 507 ? fullCode : `S3_${status}`
  }
}

/** The text of the first element of that name; our keys hold nothing that XML escapes. */
const textOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`, 'u').exec(xml)?.[1]

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
