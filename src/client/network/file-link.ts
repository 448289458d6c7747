import type { LinkProblem } from '../../sync/replica/server-link.ts'
import type { Ask } from './ask-server.ts'
import { judgeTrouble } from './judge-trouble.ts'

/** A file to be sent, by its hash. */
export interface OutgoingFile {
  readonly sha256: string
  readonly type: string
  readonly size: number
}

/**
 * `sent` only when the server has answered with the very hash of the bytes (SY12); `storedAt` is the server's time, null
 * when it does not tell.
 */
export type SendResult =
  | { readonly type: 'sent'; readonly storedAt: number | null }
  /** About this file alone; the next one may go. */
  | { readonly type: 'fileRefused'; readonly error: string }
  | LinkProblem

export type FetchResult =
  | {
      readonly type: 'fetched'
      readonly bytes: ArrayBuffer
      readonly contentType: string
      readonly storedAt: number | null
    }
  /** `damaged`: what came is not what the hash says. */
  | { readonly type: 'missing' | 'damaged' }
  | LinkProblem

export interface FileLink {
  /** Resumes where the server stands. `mayGoOn` hears before each piece how many bytes the server has, and may stop it. */
  send: (file: OutgoingFile, bytes: Blob, mayGoOn?: (sent: number) => Promise<boolean>) => Promise<SendResult>
  fetch: (sha256: string) => Promise<FetchResult>
}

/** What a cut sends again at most (SY12): begins in between, grows while pieces arrive, shrinks when one does not. */
const chunkBytes = { least: 16 * 1024, first: 64 * 1024, most: 256 * 1024 } as const

type Position = { readonly type: 'at'; readonly offset: number } | SendResult

/**
 * Files by SHA-256 with the semantics of tus 1.0 (https://tus.io/protocols/resumable-upload): HEAD tells the
 * offset, POST creates, PATCH appends. The answer to the last byte carries `Upload-Complete: ?1` and
 * `X-Content-SHA256`. `author`: in whose name files go, when they are somebody else's that this tablet carries (SY16).
 */
export function createFileLink(
  ask: Ask,
  sha256Of: (bytes: ArrayBuffer) => Promise<string>,
  author?: string,
): FileLink {
  const inName = author === undefined ? '' : `?for=${encodeURIComponent(author)}`
  const pathOf = (sha256: string): string => `/api/files/${sha256}${inName}`
  let chunk: number = chunkBytes.first

  /** Where an upload stands after an answer; sent, if the server has all of it under the same hash. */
  async function judge(response: Response, { sha256, size }: OutgoingFile): Promise<Position> {
    const trouble = await judgeTrouble(response)
    if (trouble) return trouble.type === 'refused' ? { type: 'fileRefused', error: trouble.error } : trouble
    const offset = Number(response.headers.get('upload-offset') ?? Number.NaN)
    if (response.headers.get('upload-complete') === '?1') {
      const isSame = response.headers.get('x-content-sha256') === sha256
      return isSame
        ? { type: 'sent', storedAt: storedAtOf(response) }
        : { type: 'fileRefused', error: 'hashDiffers' }
    }
    // No number of ours: somebody else's answer.
    if (!Number.isSafeInteger(offset) || offset < 0 || offset > size) return { type: 'notOurServer' }
    return { type: 'at', offset }
  }

  async function findPosition(file: OutgoingFile): Promise<Position> {
    const heard = await ask({ method: 'HEAD', path: pathOf(file.sha256) })
    if (heard.type !== 'heard') return heard
    const { status } = heard.response
    // An answer to HEAD has no body to know our server by; the ops before it have met the server already.
    if (status === 401) return { type: 'unauthorized' }
    if (status === 403) return { type: 'fileRefused', error: 'forbidden' }
    if (status !== 404) return judge(heard.response, file)
    const created = await ask({
      method: 'POST',
      path: `/api/files${inName}`,
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(file.size),
        'upload-metadata': `sha256 ${btoa(file.sha256)},type ${btoa(file.type)}`,
      },
    })
    if (created.type !== 'heard') return created
    const { response } = created
    if (response.status === 201 && !response.headers.has('upload-offset')) {
      const isOurs = response.headers.get('location')?.endsWith(file.sha256)
      return isOurs ? { type: 'at', offset: 0 } : { type: 'notOurServer' }
    }
    return judge(response, file)
  }

  async function append(file: OutgoingFile, bytes: Blob, offset: number): Promise<Position> {
    const piece = await bytes.slice(offset, offset + chunk).arrayBuffer()
    const heard = await ask({
      method: 'PATCH',
      path: pathOf(file.sha256),
      headers: {
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
      body: piece,
      bytes: piece.byteLength,
    })
    if (heard.type !== 'heard') {
      chunk = Math.max(chunkBytes.least, chunk / 2)
      return heard
    }
    chunk = Math.min(chunkBytes.most, chunk * 2)
    return judge(heard.response, file)
  }

  return {
    async send(file, bytes, mayGoOn) {
      let position = await findPosition(file)
      while (position.type === 'at') {
        const { offset } = position
        if ((await mayGoOn?.(offset)) === false) return { type: 'fileRefused', error: 'bytesMissing' }
        position = await append(file, bytes, offset)
        if (position.type === 'at' && position.offset <= offset)
          return { type: 'fileRefused', error: 'noProgress' }
      }
      return position
    },

    async fetch(sha256) {
      const heard = await ask({ method: 'GET', path: pathOf(sha256), bytes: 500_000 })
      if (heard.type !== 'heard') return heard
      const { response } = heard
      if (response.status === 404) return { type: 'missing' }
      const trouble = await judgeTrouble(response)
      if (trouble) return trouble
      const bytes = await response.arrayBuffer().catch(() => undefined)
      if (!bytes) return { type: 'unreachable' }
      if ((await sha256Of(bytes)) !== sha256) return { type: 'damaged' }
      const contentType = response.headers.get('content-type') ?? ''
      return { type: 'fetched', bytes, contentType, storedAt: storedAtOf(response) }
    },
  }
}

function storedAtOf({ headers }: Response): number | null {
  const at = Number(headers.get('x-stored-at') ?? Number.NaN)
  return Number.isSafeInteger(at) && at > 0 ? at : null
}
