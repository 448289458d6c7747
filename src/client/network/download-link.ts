import type { LinkProblem } from '../../sync/replica/server-link.ts'
import { judgeTrouble } from './judge-trouble.ts'

export type DownloadResult =
  | { readonly type: 'downloaded'; readonly blob: Blob; readonly name: string }
  | { readonly type: 'cancelled' }
  | LinkProblem

export interface DownloadProgress {
  readonly bytes: number
  /** Of the responses that the server said it would tell of; null when it did not say. */
  readonly total: number | null
}

export interface DownloadGiven {
  /** From the root: `/api/exports/…`. */
  readonly path: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: DownloadProgress) => void
}

export type Download = (given: DownloadGiven) => Promise<DownloadResult>

/** A line on which nothing comes for so long is dead. */
const patienceMs = 60_000
/** What came so far is handed to the browser in pieces, which it may keep on the disk. */
const pieceBytes = 8 * 1024 * 1024

/**
 * Gets a file that the server makes while it is sent, so that nobody knows its length. It is whole when the stream
 * ends by itself: a cut of any kind is `unreachable`, and nothing of it is kept. Never rejects.
 */
export function createDownload({ fetch }: { readonly fetch: typeof globalThis.fetch }): Download {
  return async ({ path, signal, onProgress }) => {
    const stalled = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const expectMore = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => stalled.abort(), patienceMs)
    }
    try {
      expectMore()
      const response = await fetch(path, {
        headers: { 'x-isoxa-request': '1' },
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'same-origin',
        signal: AbortSignal.any([signal, stalled.signal]),
      })
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
        return { type: 'notOurServer' }
      const trouble = await judgeTrouble(response)
      if (trouble) return trouble
      // A portal's page is a 200 as well; only our server says its version and what to save the file as.
      const name = readFileName(response.headers.get('content-disposition') ?? '')
      if (!response.headers.has('x-isoxa') || name === undefined || !response.body)
        return { type: 'notOurServer' }
      const total = response.headers.has('x-total') ? Number(response.headers.get('x-total')) : null
      const blob = await readWhole(response.body, bytes => {
        expectMore()
        onProgress({ bytes, total })
      })
      return { type: 'downloaded', blob: blob.slice(0, blob.size, typeOf(response)), name }
    } catch {
      return { type: signal.aborted ? 'cancelled' : 'unreachable' }
    } finally {
      clearTimeout(timer)
    }
  }
}

async function readWhole(body: ReadableStream<Uint8Array>, onBytes: (bytes: number) => void): Promise<Blob> {
  const pieces: Blob[] = []
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let waiting = 0
  let bytes = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value as Uint8Array<ArrayBuffer>)
    waiting += value.length
    bytes += value.length
    onBytes(bytes)
    if (waiting < pieceBytes) continue
    pieces.push(new Blob(chunks))
    chunks = []
    waiting = 0
  }
  return new Blob([...pieces, ...chunks])
}

const typeOf = (response: Response): string => response.headers.get('content-type') ?? ''

/** The name of RFC 6266: the one in UTF-8, or else the plain one. */
function readFileName(disposition: string): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition)?.[1]
  const plain = /filename="([^"]*)"/iu.exec(disposition)?.[1]
  try {
    return encoded === undefined ? plain : decodeURIComponent(encoded)
  } catch {
    return plain
  }
}
