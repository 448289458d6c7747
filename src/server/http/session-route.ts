import * as z from 'zod'
import { Hono, type Context } from 'hono'
import type { Directory } from '../../domain/people/directory.ts'
import type { Environment, Services } from './environment.ts'
import { needSession, sessionMs } from './need-session.ts'
import { problem } from './problem.ts'
import { readBody } from './read-body.ts'
import { clearToken, hashToken, newToken, readToken, writeToken } from './session-cookie.ts'
import { createTries } from './tries.ts'

const credentials = z.strictObject({
  username: z.string().min(1).max(200),
  password: z.string().min(1).max(1000),
})
const bodyLimits = { packed: 8_192, inflated: 8_192 }

/** Wrong passwords of one account before it has to wait; each more doubles the wait. */
const freeTries = 5
const firstWaitMs = 15_000
const longestWaitMs = 15 * 60_000

/** Signing in, asking who one is, signing out: `POST`, `GET`, `DELETE /api/session`. */
export function sessionRoute(
  services: Services,
  readDirectory: () => Promise<Directory>,
  addressOf: (c: Context) => string,
): Hono<Environment> {
  const { accounts, sessions, passwords, clock, origin } = services
  const tries = createTries({ clock })
  const route = new Hono<Environment>()

  async function tell(c: Context, person: string): Promise<Response> {
    const directory = await readDirectory()
    const account = await accounts.findByPerson(person)
    const name = directory.people.get(person)?.name ?? account?.username ?? person
    return c.json({
      person: { id: person, name, username: account?.username ?? '' },
      assignments: directory.assignmentsOf(person),
    })
  }

  const wait = (c: Context, ms: number): Response =>
    problem(c, 'tooManyTries', { 'retry-after': String(Math.max(1, Math.ceil(ms / 1000))) })

  route.post('/', async c => {
    const body = await readBody(c.req.raw, bodyLimits)
    if (!body.ok) return problem(c, body.error)
    const sent = credentials.safeParse(parse(body.value))
    if (!sent.success) return problem(c, 'badRequest')
    const { username, password } = sent.data
    const address = addressOf(c)
    const now = clock()
    if (tries.waitMs(address) > 0) return wait(c, tries.waitMs(address))
    // An unknown name waits like a known one, so that neither shows.
    if (tries.waitMs(`name ${username.toLowerCase()}`) > 0)
      return wait(c, tries.waitMs(`name ${username.toLowerCase()}`))
    const account = await accounts.findByUsername(username)
    if (account && account.lockedUntil > now) return wait(c, account.lockedUntil - now)
    if (!(await passwords.matches(password, account?.passwordHash)) || !account) {
      tries.fail(address, { free: 50, firstMs: firstWaitMs, longestMs: longestWaitMs })
      tries.fail(`name ${username.toLowerCase()}`, {
        free: freeTries,
        firstMs: firstWaitMs,
        longestMs: longestWaitMs,
      })
      if (account) {
        const failures = await accounts.countFailure(account.person)
        if (failures >= freeTries) {
          const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(20, failures - freeTries))
          await accounts.lockUntil(account.person, now + waitMs)
        }
      }
      return problem(c, 'wrongPassword')
    }
    tries.forget(`name ${username.toLowerCase()}`)
    await accounts.clearFailures(account.person)
    // A new token at each sign-in; the one this browser had before ends (rotation).
    const before = readToken(c, origin)
    if (before !== undefined) await sessions.remove(hashToken(before))
    await sessions.removeExpired(now)
    const token = newToken()
    await sessions.create({
      tokenHash: hashToken(token),
      person: account.person,
      device: '',
      createdAt: now,
      seenAt: now,
      expiresAt: now + sessionMs,
    })
    writeToken(c, origin, token, sessionMs)
    return tell(c, account.person)
  })

  route.get('/', needSession(services, readDirectory), c => tell(c, c.get('session').person))

  route.delete('/', needSession(services, readDirectory), async c => {
    await sessions.remove(c.get('session').tokenHash)
    clearToken(c, origin)
    return c.body(null, 204)
  })
  return route
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
