import * as z from 'zod/mini'
import type { LinkProblem } from '../../sync/replica/server-link.ts'
import type { Ask, Heard, Question } from './ask-server.ts'
import { judgeTrouble } from './judge-trouble.ts'
import { readJson } from './read-json.ts'

const token = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  usedAt: z.nullable(z.number()),
})
const list = z.object({ feed: z.string(), most: z.number(), tokens: z.array(token) })
const made = z.object({ token: z.string(), made: token })

/** A read token as its person sees it again later: without the token itself. Instants in milliseconds since 1970. */
export type ReadToken = z.infer<typeof token>
/** Where the feed is, how many tokens a person may have, and those there are, the newest first. */
export type OpenDataList = z.infer<typeof list>

export interface OpenDataLink {
  list: () => Promise<({ readonly type: 'listed' } & OpenDataList) | LinkProblem>
  /** The token is told this once. */
  make: (
    name: string,
  ) => Promise<
    | { readonly type: 'made'; readonly token: string; readonly made: ReadToken }
    | { readonly type: 'tooManyTokens' }
    | LinkProblem
  >
  revoke: (id: string) => Promise<{ readonly type: 'revoked' } | LinkProblem>
}

/** The life of this person's read tokens: `/api/read-tokens`. */
export function createOpenDataLink(ask: Ask): OpenDataLink {
  return {
    async list() {
      const heard = await read(ask, { method: 'GET', path: '/api/read-tokens' }, list)
      return heard.type === 'read' ? { type: 'listed', ...heard.value } : heard
    },
    async make(name) {
      const body = JSON.stringify({ name })
      const headers = { 'content-type': 'application/json' }
      const heard = await read(ask, { method: 'POST', path: '/api/read-tokens', headers, body }, made)
      if (heard.type === 'read') return { type: 'made', ...heard.value }
      return heard.type === 'refused' && heard.error === 'tooManyTokens' ? { type: 'tooManyTokens' } : heard
    },
    async revoke(id) {
      const heard = await ask({ method: 'DELETE', path: `/api/read-tokens/${encodeURIComponent(id)}` })
      const trouble = await troubleOf(heard)
      // Gone is what was wanted: another tab was quicker.
      return trouble && !(trouble.type === 'refused' && trouble.status === 404)
        ? trouble
        : { type: 'revoked' }
    },
  }
}

const troubleOf = async (heard: Heard): Promise<LinkProblem | undefined> =>
  heard.type === 'heard' ? judgeTrouble(heard.response) : heard

async function read<Schema extends z.ZodMiniType>(
  ask: Ask,
  question: Question,
  schema: Schema,
): Promise<{ readonly type: 'read'; readonly value: z.infer<Schema> } | LinkProblem> {
  const heard = await ask(question)
  const trouble = await troubleOf(heard)
  if (trouble || heard.type !== 'heard') return trouble ?? { type: 'unreachable' }
  const body = await readJson(heard.response)
  if (body.type === 'cut') return { type: 'unreachable' }
  const parsed = body.type === 'json' ? schema.safeParse(body.json) : undefined
  return parsed?.success ? { type: 'read', value: parsed.data } : { type: 'notOurServer' }
}
