import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod'
import type { ReadToken } from '../database/read-token-store.ts'
import type { Environment, Services } from './environment.ts'
import { parseJson } from './parse-json.ts'
import { problem } from './problem.ts'
import { readBody } from './read-body.ts'
import { hashToken, newToken } from './session-cookie.ts'

const bodyLimits = { packed: 4_096, inflated: 4_096 }
const wish = z.strictObject({
  name: z
    .string()
    .trim()
    .max(100)
    .regex(/^\P{Cc}+$/u),
})
const lifeMs = 365 * 24 * 3_600_000
const mostTokens = 10

/**
 * `GET`, `POST /api/read-tokens`, `DELETE /api/read-tokens/:id`: what a person's own Excel or Power BI reads the OData
 * feed with. A token is told once, when it is made.
 */
export function readTokensRoute({ readTokens, clock, origin }: Services): Hono<Environment> {
  const tell = ({ id, name, createdAt, expiresAt, usedAt }: ReadToken) => {
    return { id, name, createdAt, expiresAt, usedAt }
  }
  return new Hono<Environment>()
    .get('/', async c => {
      const now = clock()
      const own = await readTokens.listOf(c.get('session').person)
      const tokens = own.filter(({ expiresAt }) => expiresAt > now).map(tell)
      return c.json({ feed: `${origin}/odata/v1/`, now, most: mostTokens, tokens })
    })
    .post('/', async c => {
      const body = await readBody(c.req.raw, bodyLimits)
      if (!body.ok) return problem(c, body.error)
      const sent = wish.safeParse(parseJson(body.value))
      if (!sent.success) return problem(c, 'badRequest')
      const now = clock()
      const secret = newToken()
      const token: ReadToken = {
        id: randomUUID(),
        tokenHash: hashToken(secret),
        person: c.get('session').person,
        name: sent.data.name,
        createdAt: now,
        expiresAt: now + lifeMs,
        usedAt: null,
      }
      const isMade = await readTokens.create(token, mostTokens)
      return isMade ? c.json({ token: secret, made: tell(token) }, 201) : problem(c, 'tooManyTokens')
    })
    .delete('/:id', async c => {
      const id = c.req.param('id')
      const isTheirs = isUuid(id) && (await readTokens.remove(c.get('session').person, id))
      return isTheirs ? c.body(null, 204) : problem(c, 'notFound')
    })
}

const isUuid = (text: string): boolean => /^[\da-f-]{36}$/u.test(text)
