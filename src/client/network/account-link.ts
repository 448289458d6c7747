import * as z from 'zod/mini'
import type { LinkProblem } from '../../sync/replica/server-link.ts'
import type { Ask, Heard } from './ask-server.ts'
import { judgeTrouble, retryAfterMs } from './judge-trouble.ts'
import { readJson } from './read-json.ts'

const session = z.looseObject({
  person: z.looseObject({ id: z.string(), name: z.string(), username: z.string() }),
})

/** Who the server takes this tablet for; whatever else it tells is kept as it came. */
export type Session = z.infer<typeof session>

export type SignInResult =
  | { readonly type: 'signedIn'; readonly session: Session }
  | { readonly type: 'wrongPassword' | 'passwordIsOneTime' }
  | { readonly type: 'tooManyTries'; readonly seconds: number }
  | LinkProblem

export type WhoAmI = { readonly type: 'signedIn'; readonly session: Session } | LinkProblem

export interface AccountLink {
  /** With a new password for the one that is known, the first time or whenever one likes. */
  signIn: (username: string, password: string, newPassword?: string) => Promise<SignInResult>
  /** Ends the session on the server. The tablet's data stay (SY10). */
  signOut: () => Promise<{ readonly type: 'signedOut' } | LinkProblem>
  whoAmI: () => Promise<WhoAmI>
}

/** The session cookie's life: `POST`, `GET` and `DELETE /api/session`, `POST /api/session/password`. */
export function createAccountLink(ask: Ask): AccountLink {
  return {
    async signIn(username, password, newPassword) {
      const body = JSON.stringify({ username, password, newPassword })
      const path = `/api/session${newPassword ? '/password' : ''}`
      const heard = await ask({ method: 'POST', path, headers: jsonHeaders, body })
      if (heard.type !== 'heard') return heard
      const waitMs = heard.response.status === 429 ? retryAfterMs(heard.response) : null
      if (waitMs !== null) return { type: 'tooManyTries', seconds: Math.ceil(waitMs / 1000) }
      const session = await readSession(heard)
      if (session.type === 'refused' && session.error === 'passwordIsOneTime') return { type: session.error }
      // Nobody is signed in here yet: a 401 speaks of the password.
      return session.type === 'unauthorized' ? { type: 'wrongPassword' } : session
    },
    async signOut() {
      const heard = await ask({ method: 'DELETE', path: '/api/session' })
      if (heard.type !== 'heard') return heard
      const trouble = await judgeTrouble(heard.response)
      if (!trouble) return heard.response.status === 204 ? { type: 'signedOut' } : { type: 'notOurServer' }
      const isOver = trouble.type === 'unauthorized' || trouble.type === 'deviceRevoked'
      return isOver ? { type: 'signedOut' } : trouble
    },
    whoAmI: async () => readSession(await ask({ method: 'GET', path: '/api/session' })),
  }
}

const jsonHeaders = { 'content-type': 'application/json' }

async function readSession(heard: Heard): Promise<WhoAmI> {
  if (heard.type !== 'heard') return heard
  const trouble = await judgeTrouble(heard.response)
  if (trouble) return trouble
  const read = await readJson(heard.response)
  if (read.type === 'cut') return { type: 'unreachable' }
  const parsed = read.type === 'json' ? session.safeParse(read.json) : undefined
  return parsed?.success ? { type: 'signedIn', session: parsed.data } : { type: 'notOurServer' }
}
