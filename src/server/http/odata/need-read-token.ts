import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Directory } from '../../../domain/people/directory.ts'
import { createScope } from '../../../domain/people/scope.ts'
import type { Services } from '../environment.ts'
import { addressAllowance } from '../session-route.ts'
import { hashToken } from '../session-cookie.ts'
import type { FeedEnvironment } from './feed-environment.ts'
import { odataProblem } from './odata-problem.ts'

interface Given {
  readonly readDirectory: () => Promise<Directory>
  readonly addressOf: (c: Context) => string
}

const touchEveryMs = 60_000

/**
 * Lets in whoever has a read token that counts, and works out its person's scope anew on every request (SY9). Wrong
 * ones are counted by address, with those of the sign-in; a right one need not wait for them: 256 bits are not guessed.
 */
export function needReadToken(services: Services, { readDirectory, addressOf }: Given) {
  const { readTokens, accounts, tries, clock, dayOf } = services
  return createMiddleware<FeedEnvironment>(async (c, next) => {
    const now = clock()
    const given = readAuthorization(c.req.header('authorization') ?? '')
    const token = given && (await readTokens.find(hashToken(given.token)))
    const account = token && token.expiresAt > now ? await accounts.findByPerson(token.person) : undefined
    const isTheirs = given?.username === undefined || keyOf(given.username) === keyOf(account?.username ?? '')
    if (!token || !account || !isTheirs) {
      // Excel asks once without anything, to hear how it may.
      const waitMs = given
        ? await tries.take([{ key: `address ${addressOf(c)}`, ...addressAllowance }], now)
        : 0
      return waitMs > 0
        ? odataProblem(c, { type: 'tooManyTries', seconds: Math.ceil(waitMs / 1000) })
        : odataProblem(c, { type: 'unauthorized' })
    }
    if (now - (token.usedAt ?? 0) > touchEveryMs) await readTokens.touch(token.id, now)
    const directory = await readDirectory()
    c.set('directory', directory)
    c.set('scope', createScope(directory.assignmentsOf(token.person), directory.tree, dayOf(now)))
    return next()
  })
}

const keyOf = (username: string): string => username.normalize('NFC').trim().toLowerCase()

/** `Bearer <token>`, or as Excel and Power BI send it: `Basic <username:token>`. */
function readAuthorization(
  header: string,
): { readonly token: string; readonly username: string | undefined } | undefined {
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S+) *$/u.exec(header.slice(0, 1_000)) ?? []
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return { token: credentials, username: undefined }
    case 'basic': {
      const text = Buffer.from(credentials, 'base64').toString('utf8')
      const colon = text.indexOf(':')
      return colon < 0
        ? { token: '', username: text }
        : { token: text.slice(colon + 1).trim(), username: text.slice(0, colon) }
    }
    default:
      return undefined
  }
}
