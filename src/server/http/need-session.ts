import { createMiddleware } from 'hono/factory'
import type { Directory } from '../../domain/people/directory.ts'
import { createScope } from '../../domain/people/scope.ts'
import type { Environment, Services } from './environment.ts'
import { problem } from './problem.ts'
import { hashToken, readToken, writeToken } from './session-cookie.ts'

/** A session lives this long after it was last used. */
export const sessionMs = 30 * 24 * 3_600_000
const touchEveryMs = 3_600_000

/** Lets in whoever has a session, and works out their scope anew on every request (SY9). */
export const needSession = (services: Services, readDirectory: () => Promise<Directory>) =>
  createMiddleware<Environment>(async (c, next) => {
    const { sessions, clock, origin, dayOf } = services
    const token = readToken(c, origin)
    const now = clock()
    const session = token === undefined ? undefined : await sessions.find(hashToken(token))
    if (!token || !session || session.expiresAt <= now) return problem(c, 'unauthorized')
    if (session.revokedAt !== null) return problem(c, 'deviceRevoked')
    if (now - session.seenAt > touchEveryMs) {
      await sessions.touch(session.tokenHash, { seenAt: now, expiresAt: now + sessionMs })
      writeToken(c, origin, token, sessionMs)
    }
    const directory = await readDirectory()
    c.set('session', session)
    c.set('directory', directory)
    c.set('scope', createScope(directory.assignmentsOf(session.person), directory.tree, dayOf(now)))
    return next()
  })
