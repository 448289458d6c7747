export interface Question {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE'
  /** From the root: `/api/sync`. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyInit
  /** Bytes that travel, both ways together: a slow line gets more time. */
  readonly bytes?: number
}

/** `heard`: somebody answered; who it was is for `judgeTrouble` and for whoever asked. */
export type Heard =
  { readonly type: 'heard'; readonly response: Response } | { readonly type: 'unreachable' | 'notOurServer' }

export type Ask = (question: Question) => Promise<Heard>

const patienceMs = 30_000
/** The slowest line worth waiting for: 4 KB/s. */
const bytesPerMs = 4

/** Asks the server. A redirect is a portal's, never ours, so it is not followed. Never rejects. */
export function createAsk({ fetch }: { readonly fetch: typeof globalThis.fetch }): Ask {
  return async ({ method, path, headers, body, bytes = 0 }) => {
    const signal = AbortSignal.timeout(Math.ceil(patienceMs + bytes / bytesPerMs))
    try {
      const response = await fetch(path, {
        method,
        headers: { accept: 'application/json', 'x-isoxa-request': '1', ...headers },
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'same-origin',
        signal,
      })
      const isRedirect =
        response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)
      return isRedirect ? { type: 'notOurServer' } : { type: 'heard', response }
    } catch {
      return { type: 'unreachable' }
    }
  }
}
