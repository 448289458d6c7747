import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import type { Environment } from './environment.ts'

interface Folders {
  /** The build that is served. */
  readonly dist: string
  /** Hashed assets of this and the two builds before, for tablets that still run them (ST6). */
  readonly keptAssets: string
}

/** The app itself: hashed assets for ever, the page and the worker never; a missing asset is a 404, not the page. */
export function staticFiles({ dist, keptAssets }: Folders): Hono<Environment> {
  const route = new Hono<Environment>()
  const cache =
    (value: string): MiddlewareHandler =>
    async (c, next) => {
      await next()
      if (c.res.status === 200 || c.res.status === 304) c.header('cache-control', value)
    }
  const from = (root: string): MiddlewareHandler => serveStatic({ root, precompressed: true })
  // By its own path: one with a percent sign in it, as ids of responses have, would be looked for as a file.
  const page = serveStatic({ root: dist, path: '/index.html', precompressed: true })

  route.use('/assets/*', cache('public, max-age=31536000, immutable'), from(dist))
  if (existsSync(keptAssets)) route.use('/assets/*', from(join(keptAssets, '..')))
  route.all('/assets/*', c => c.notFound())
  route.use('*', cache('no-cache'), from(dist))
  // A deep link is a page of the app; anything with an ending is a file that is not there.
  route.get('*', cache('no-cache'), async (c, next) => {
    const last = c.req.path.split('/').at(-1) ?? ''
    const isPage = (c.req.header('accept') ?? '').includes('text/html') && !/\.[a-z0-9]{1,5}$/iu.test(last)
    return isPage ? page(c, next) : c.notFound()
  })
  return route
}
