import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { Hono, type Context } from 'hono'
import type { Directory } from '../../domain/people/directory.ts'
import { refuseNewPassword } from '../../domain/people/new-password.ts'
import { passwordChange } from '../../domain/people/password-change.ts'
import type { Account } from '../database/account-store.ts'
import type { Environment, Services } from './environment.ts'
import { needSession, sessionMs } from './need-session.ts'
import { problem } from './problem.ts'
import { readBody } from './read-body.ts'
import { clearToken, hashToken, newToken, readToken, writeToken } from './session-cookie.ts'

const credentials = z.strictObject({
  username: z.string().min(1).max(200),
  password: z.string().min(1).max(1000),
  device: z.string().max(64).optional(),
})
const renewal = credentials.extend({ newPassword: z.string().min(1).max(1000) })
const bodyLimits = { packed: 8_192, inflated: 8_192 }

const waits = { firstMs: 15_000, longestMs: 15 * 60_000 }
/** Wrong passwords of one account before it has to wait; each more doubles the wait. */
const nameAllowance = { free: 5, ...waits }
/** A whole office may share an address. */
export const addressAllowance = { free: 50, ...waits }

/** What failed sign-ins of a name are counted under. */
export const nameKey = (username: string): string => `name ${username.normalize('NFC').trim().toLowerCase()}`

interface Given {
  readonly readDirectory: () => Promise<Directory>
  readonly addressOf: (c: Context) => string
  /** No refusal comes sooner, so that what is done for a known name does not show in the time. */
  readonly leastRefusalMs: number
}

/** Signing in, asking who one is, signing out: `POST`, `GET`, `DELETE /api/session`; a new password: `POST …/password`. */
export function sessionRoute(services: Services, given: Given): Hono<Environment> {
  const { accounts, authority, readTokens, referenceFeed, sessions, tries, passwords } = services
  const { clock, origin, log } = services
  const { readDirectory, addressOf, leastRefusalMs } = given
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

  /** The account's own count, which no hour of peace forgets. */
  async function countFailure({ person }: Account, now: number): Promise<void> {
    const failures = await accounts.countFailure(person)
    const { free, firstMs, longestMs } = nameAllowance
    if (failures < free) return
    const waitMs = Math.min(longestMs, firstMs * 2 ** Math.min(20, failures - free))
    await accounts.lockUntil(person, now + waitMs)
  }

  /** Whose name and password that is, or the answer that refuses them. */
  async function judge(c: Context, sent: z.infer<typeof credentials>): Promise<Account | Response> {
    const { username, password } = sent
    // An unknown name waits like a known one, so that neither shows.
    const name = nameKey(username)
    const address = `address ${addressOf(c)}`
    const now = clock()
    // Counted before the password is looked at: guesses that come all at once count as well.
    const allowances = [
      { key: name, ...nameAllowance },
      { key: address, ...addressAllowance },
    ]
    const waitMs = await tries.take(allowances, now)
    if (waitMs > 0) return wait(c, waitMs)

    const notBefore = sleep(leastRefusalMs)
    const account = await accounts.findByUsername(username)
    if (account && account.lockedUntil > now) return wait(c, account.lockedUntil - now)
    const isRight = await passwords.matches(password, account?.passwordHash)
    if (!account || !isRight) {
      if (account) await countFailure(account, now)
      await notBefore
      return problem(c, 'wrongPassword')
    }
    await tries.forget(name)
    await tries.takeBack(address)
    await tries.removeStale(now)
    if (account.failures > 0) await accounts.clearFailures(account.person)
    return account
  }

  async function open(c: Context, person: string, device = ''): Promise<Response> {
    const now = clock()
    // A new token at each sign-in; the one this browser had before ends (rotation).
    const before = readToken(c, origin)
    if (before !== undefined) await sessions.remove(hashToken(before))
    await sessions.removeExpired(now)
    const token = newToken()
    const times = { createdAt: now, seenAt: now, expiresAt: now + sessionMs }
    await sessions.create({ tokenHash: hashToken(token), person, device, ...times })
    writeToken(c, origin, token, sessionMs)
    return tell(c, person)
  }

  async function read<Schema extends z.ZodType>(
    c: Context,
    schema: Schema,
  ): Promise<z.infer<Schema> | Response> {
    const body = await readBody(c.req.raw, bodyLimits)
    if (!body.ok) return problem(c, body.error)
    const sent = schema.safeParse(parse(body.value))
    return sent.success ? sent.data : problem(c, 'badRequest')
  }

  route.post('/', async c => {
    const sent = await read(c, credentials)
    if (sent instanceof Response) return sent
    const account = await judge(c, sent)
    if (account instanceof Response) return account
    // What somebody else has seen opens nothing: first the person chooses their own.
    return account.isOneTime ? problem(c, 'passwordIsOneTime') : open(c, account.person, sent.device)
  })

  /** One's own new password for the one that is known, and in with it; sessions elsewhere and read tokens end. */
  route.post('/password', async c => {
    const sent = await read(c, renewal)
    if (sent instanceof Response) return sent
    const account = await judge(c, sent)
    if (account instanceof Response) return account
    const fault = refuseNewPassword(sent.newPassword, sent.password)
    if (fault) return problem(c, fault === 'tooShort' ? 'passwordTooShort' : 'badRequest')
    const { person, passwordHash } = account
    const hash = await passwords.hash(sent.newPassword)
    // The trail's line first: a server that dies between the two leaves one too many rather than none.
    await authority.write(referenceFeed, [passwordChange(person, 'own', clock())], person)
    const isReplaced = await accounts.replacePassword(person, passwordHash, hash)
    if (!isReplaced) return problem(c, 'wrongPassword')
    await sessions.removeAllOf(person)
    await readTokens.removeAllOf(person)
    log({ level: 'info', event: 'passwordChosen', person })
    return open(c, person, sent.device)
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
