import type { Browser } from './a-server.ts'
import { sha256Of } from './a-server.ts'

/** Bytes that begin as a PNG does; `words` are found in them again. */
export function pngOf(words: string, size = 600): Buffer {
  const bytes = Buffer.alloc(size, '.')
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes)
  bytes.write(words, 8)
  return bytes
}

export interface Picture {
  readonly bytes: Buffer
  readonly sha256: string
  readonly type: string
}

export const aPicture = (words: string, size?: number): Picture => {
  const bytes = pngOf(words, size)
  return { bytes, sha256: sha256Of(bytes), type: 'image/png' }
}

export const photoValue = ({ bytes }: Picture) => ({
  type: 'image/png',
  size: bytes.length,
  width: 40,
  height: 30,
  thumb: null,
})

const metadata = (sha256: string, type: string): string =>
  `sha256 ${Buffer.from(sha256).toString('base64')},type ${Buffer.from(type).toString('base64')}`

/** The steps of tus, one by one. */
export const tus = {
  create: (browser: Browser, { sha256, type, bytes }: Picture, size = bytes.length, author?: string) =>
    browser.ask('POST', author === undefined ? '/api/files' : `/api/files?for=${author}`, {
      headers: { 'upload-length': String(size), 'upload-metadata': metadata(sha256, type) },
    }),
  append: (browser: Browser, sha256: string, offset: number, bytes: Uint8Array) =>
    browser.ask('PATCH', `/api/files/${sha256}`, {
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
      body: Buffer.from(bytes),
    }),
  where: (browser: Browser, sha256: string) => browser.ask('HEAD', `/api/files/${sha256}`),
  read: (browser: Browser, sha256: string) => browser.ask('GET', `/api/files/${sha256}`),
}

/** Uploads in one piece; gives the last answer. */
export async function upload(browser: Browser, picture: Picture): Promise<Response> {
  const created = await tus.create(browser, picture)
  return created.status === 201 ? tus.append(browser, picture.sha256, 0, picture.bytes) : created
}
