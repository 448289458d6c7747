import * as z from 'zod'
import { Hono } from 'hono'
import type { Directory } from '../../domain/people/directory.ts'
import { protocolVersion } from '../../sync/protocol/op.ts'
import type { Environment, Services } from './environment.ts'
import { judgeStatement } from './judge-statement.ts'
import { parseJson } from './parse-json.ts'
import { problem } from './problem.ts'
import { readBody } from './read-body.ts'
import { takeStatement } from './take-statement.ts'

const bodyLimits = { packed: 1024 * 1024, inflated: 4 * 1024 * 1024 }

const signedStatement = z.strictObject({
  text: z.string(),
  signature: z.string().max(200),
  key: z.string().max(64),
})

/**
 * `POST /api/carried`: work of somebody else that a signed-in person brings along (SY16). Answers per op as sync does,
 * and tells nothing of any feed.
 */
export function carriedRoute(services: Services, readDirectory: () => Promise<Directory>): Hono<Environment> {
  return new Hono<Environment>().post('/', async c => {
    const body = await readBody(c.req.raw, bodyLimits)
    if (!body.ok) return problem(c, body.error)
    const signed = signedStatement.safeParse(parseJson(body.value))
    if (!signed.success) return problem(c, 'badRequest')
    const courier = c.get('session').person
    const statement = await judgeStatement(services, signed.data, courier)
    if (!statement.ok) return problem(c, statement.error)
    const directory = await readDirectory()
    const answers = await takeStatement(services, statement.value, { directory, courier })
    return c.json({ protocol: protocolVersion, now: services.clock(), answers })
  })
}
