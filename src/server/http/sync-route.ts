import { gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { Hono, type Context } from 'hono'
import { isDeeperThan } from '../../lib/is-deeper-than.ts'
import { oldestProtocol, protocolVersion } from '../../sync/protocol/op.ts'
import type { Environment, Services } from './environment.ts'
import { problem } from './problem.ts'
import { readBody } from './read-body.ts'
import { mostOps, syncRequest } from './sync-request.ts'
import { createTurnstile } from './turnstile.ts'

const pack = promisify(gzip)
const bodyLimits = { packed: 1024 * 1024, inflated: 4 * 1024 * 1024 }
/** Of the shape that tablets make; another one is a stranger's, or would not fit a column. */
const deviceId = /^[\w-]{1,64}$/u
/** No value of ours comes near it; the tablet finds the op that is at fault and sets it aside (SY4). */
const mostLevels = 100
/** Shorter answers are not worth packing. */
const packFromBytes = 700

/** More would only wait for each other: the last of them longer than a tablet listens. */
const mostAtOnce = 100

/** `POST /api/sync`: pushes and pulls (src/sync/README.md). Whoever comes while it is busy is asked to come again. */
export function syncRoute(
  { authority, devices, sessions, clock }: Pick<Services, 'authority' | 'devices' | 'sessions' | 'clock'>,
  turnstile = createTurnstile(mostAtOnce),
): Hono<Environment> {
  const turnAway = (c: Context): Response =>
    problem(c, 'busy', { 'retry-after': String(turnstile.comeAgainIn()) })
  return new Hono<Environment>().post('/', async c => {
    if (turnstile.isFull()) return turnAway(c)
    let leave: (() => void) | undefined
    // Not before the whole request is here: over a slow line that takes as long as it takes.
    const whenWhole = () => void (leave = turnstile.enter())
    try {
      const body = await readBody(c.req.raw, { ...bodyLimits, whenWhole })
      if (!body.ok) return problem(c, body.error)
      if (!leave) return turnAway(c)
      return await answer(c, body.value)
    } finally {
      leave?.()
    }
  })

  async function answer(c: Context<Environment>, bytes: Buffer): Promise<Response> {
    const json = parseJson(bytes)
    if (hasOtherProtocol(json)) return problem(c, 'upgradeRequired')
    if (isDeeperThan(json, mostLevels)) return problem(c, 'badRequest')
    const request = syncRequest.safeParse(json)
    if (!request.success) return problem(c, 'badRequest')
    if (request.data.ops.length > mostOps) return problem(c, 'tooLarge')
    const { person, tokenHash } = c.get('session')
    if (request.data.person !== person) return problem(c, 'otherPerson')
    const { device } = request.data
    if (deviceId.test(device)) {
      // Before anything is taken or told, so that revoking the device ends this session too.
      await sessions.noteDevice(tokenHash, device)
      if (await devices.isRevoked(device)) {
        await sessions.revoke(tokenHash, clock())
        return problem(c, 'deviceRevoked')
      }
    }
    const response = await authority.sync(
      { person, scope: c.get('scope'), directory: c.get('directory') },
      request.data,
    )
    if (deviceId.test(device)) await devices.recordContact(device, person, clock())
    const text = JSON.stringify(response)
    if (text.length < packFromBytes || !(c.req.header('accept-encoding') ?? '').includes('gzip'))
      return c.body(text, 200, { 'content-type': 'application/json' })
    const packed = new Uint8Array(await pack(text, { level: 6 }))
    return c.body(packed, 200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Looked at before the shape, which may be another one in another protocol (SY14). */
const hasOtherProtocol = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  'protocol' in json &&
  typeof json.protocol === 'number' &&
  (json.protocol < oldestProtocol || json.protocol > protocolVersion)
