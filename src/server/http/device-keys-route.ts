import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Hono } from 'hono'
import type { Environment, Services } from './environment.ts'
import { readPublicKey } from './judge-statement.ts'
import { parseJson } from './parse-json.ts'
import { problem } from './problem.ts'
import { readBody } from './read-body.ts'

const bodyLimits = { packed: 4096, inflated: 4096 }

const registration = z.strictObject({
  device: z.string().regex(/^[\w-]{1,64}$/u),
  publicKey: z.string().regex(/^[\w-]{87}$/u),
})

/** `POST /api/device-keys`: what this person's device will sign with, when work has to leave it as a file (SY16). */
export function deviceKeysRoute({ deviceKeys, clock }: Services): Hono<Environment> {
  return new Hono<Environment>().post('/', async c => {
    const body = await readBody(c.req.raw, bodyLimits)
    if (!body.ok) return problem(c, body.error)
    const sent = registration.safeParse(parseJson(body.value))
    if (!sent.success || !(await readPublicKey(sent.data.publicKey))) return problem(c, 'badRequest')
    const { device, publicKey } = sent.data
    const id = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url')
    const { person } = c.get('session')
    const isTheirs = await deviceKeys.register({ id, person, device, publicKey }, clock())
    return isTheirs ? c.json({ key: id }) : problem(c, 'otherPerson')
  })
}
