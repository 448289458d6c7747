import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { Services } from './environment.ts'

/** One line a request: the route's pattern, never the path, so that no name, hash or answer is written. */
export const requestLog = (log: Services['log'], clock: () => number) =>
  createMiddleware(async (c, next) => {
    const startedAt = clock()
    await next()
    const isAsked = c.req.path.startsWith('/api/') || c.req.path.startsWith('/odata/')
    if (!isAsked || c.req.path === '/api/health') return
    // The one that answered: others, such as the fallback for pages, match as well.
    log({ method: c.req.method, route: routePath(c), status: c.res.status, ms: clock() - startedAt })
  })
