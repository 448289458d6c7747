import { createMiddleware } from 'hono/factory'
import { problem } from './problem.ts'

/** Changes come from our own pages only: by Sec-Fetch-Site where the browser tells it, and by Origin. */
export const sameSite = (origin: string) =>
  createMiddleware(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const site = c.req.header('sec-fetch-site')
    const from = c.req.header('origin')
    const isOwnOrigin = from === undefined || from === origin || from === new URL(c.req.url).origin
    const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
    return isOwnOrigin && isOwnSite ? next() : problem(c, 'crossSite')
  })
