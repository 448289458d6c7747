import { protocolVersion, type Op } from '../../../src/sync/protocol/op.ts'
import type { SyncResponse } from '../../../src/sync/protocol/wire.ts'
import type { Account } from './pages.ts'

/** The server's routes as one person reaches them without the app. */
export interface Api {
  readonly ask: (method: string, path: string, init?: RequestInit) => Promise<Response>
  readonly sync: (request: {
    readonly ops?: readonly Op[]
    readonly cursors?: Readonly<Record<string, readonly [string, number]>>
  }) => Promise<SyncResponse>
}

export async function openApi(origin: string, account: Account): Promise<Api> {
  const json = { 'content-type': 'application/json' }
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(account),
  })
  if (!signedIn.ok) throw new Error(`${account.username} cannot sign in: ${signedIn.status}`)
  const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const { person } = (await signedIn.json()) as { person: { id: string } }

  const ask: Api['ask'] = (method, path, init = {}) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie)
    return fetch(`${origin}${path}`, { ...init, method, headers })
  }
  return {
    ask,
    sync: async ({ ops = [], cursors = {} }) => {
      const request = {
        protocol: protocolVersion,
        person: person.id,
        device: `test-${person.id}`,
        ops,
        cursors,
      }
      const answer = await ask('POST', '/api/sync', {
        headers: json,
        body: JSON.stringify({ ...request, room: 1_000_000 }),
      })
      if (!answer.ok) throw new Error(`sync: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as SyncResponse
    },
  }
}
