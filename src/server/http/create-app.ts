import { Hono, type Context } from 'hono'
import { etag } from 'hono/etag'
import type { Directory } from '../../domain/people/directory.ts'
import { carriedRoute } from './carried-route.ts'
import { contactsRoute } from './contacts-route.ts'
import { demoRoute } from './demo-route.ts'
import { describeError } from './describe-error.ts'
import { deviceKeysRoute } from './device-keys-route.ts'
import type { Environment, Services } from './environment.ts'
import { exportsRoute } from './exports-route.ts'
import { filesRoute } from './files-route.ts'
import { heldRoute } from './held-route.ts'
import { isDiskFull } from './is-disk-full.ts'
import { needSession } from './need-session.ts'
import { createFeedWorld, type FeedWorld } from './odata/feed-world.ts'
import { needReadToken } from './odata/need-read-token.ts'
import { odataProblem } from './odata/odata-problem.ts'
import { odataRoute } from './odata/odata-route.ts'
import { chainsRoute } from './people/chains-route.ts'
import { devicesRoute } from './people/devices-route.ts'
import { peopleRoute } from './people/people-route.ts'
import { trailRoute } from './people/trail-route.ts'
import { problem } from './problem.ts'
import { readinessRoute } from './readiness-route.ts'
import { createDirectoryReader } from './read-directory.ts'
import { readTokensRoute } from './read-tokens-route.ts'
import { requestLog } from './request-log.ts'
import { sameSite } from './same-site.ts'
import { securityHeaders } from './security-headers.ts'
import { sessionRoute } from './session-route.ts'
import { staticFiles } from './static-files.ts'
import { syncRoute } from './sync-route.ts'
import { unitsChangeRoute } from './units-change/units-change-route.ts'

interface Given {
  readonly services: Services
  /** Folders of the built app; without them only the API is served. */
  readonly app?: { readonly dist: string; readonly keptAssets: string }
  /** Where a request comes from, for counting failed sign-ins. */
  readonly addressOf?: (c: Context) => string
  /** See session-route.ts; tests need not wait. */
  readonly leastRefusalMs?: number
  /** Both of whoever makes the feed's rows ahead: they hold with the units that this one gives. */
  readonly feedWorld?: FeedWorld
  readonly readDirectory?: () => Promise<Directory>
}

/** The whole server as one function of a request. */
export function createApp(given: Given): Hono<Environment> {
  const { services, app, addressOf = () => 'local', leastRefusalMs = 300 } = given
  const { version, database, origin, log } = services
  const {
    feedWorld = createFeedWorld(services),
    readDirectory = createDirectoryReader(services.entries, services.referenceFeed),
  } = given
  const signedIn = needSession(services, readDirectory)
  const server = new Hono<Environment>()
  server.use(requestLog(log, services.clock))
  server.use(securityHeaders(version, origin.startsWith('https:')))
  server.use('/api/*', sameSite(origin))
  for (const path of ['/api/*', '/odata/*'])
    server.use(path, async (c, next) => {
      await next()
      if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    })

  server.get('/api/health', c => c.json({ ok: true, version, database }))
  server.route('/api/demo', demoRoute(services))
  server.route('/api/session', sessionRoute(services, { readDirectory, addressOf, leastRefusalMs }))
  for (const path of [
    '/api/sync',
    '/api/carried',
    '/api/device-keys',
    '/api/files',
    '/api/files/*',
    '/api/contacts',
    '/api/held',
    '/api/exports/*',
    '/api/readiness/*',
    '/api/read-tokens',
    '/api/read-tokens/*',
    '/api/people',
    '/api/people/*',
    '/api/devices',
    '/api/devices/*',
    '/api/trail',
    '/api/chains',
    '/api/units-changes',
    '/api/units-changes/*',
  ])
    server.use(path, signedIn)
  server.route('/api/sync', syncRoute(services))
  server.route('/api/carried', carriedRoute(services, readDirectory))
  server.route('/api/device-keys', deviceKeysRoute(services))
  server.route('/api/files', filesRoute(services))
  server.route('/api/contacts', contactsRoute(services))
  server.route('/api/held', heldRoute(services))
  server.route('/api/exports', exportsRoute(services))
  server.route('/api/readiness', readinessRoute(services))
  server.route('/api/read-tokens', readTokensRoute(services))
  server.route('/api/people', peopleRoute(services, readDirectory))
  server.route('/api/devices', devicesRoute(services))
  server.route('/api/trail', trailRoute(services))
  server.route('/api/chains', chainsRoute(services))
  server.route('/api/units-changes', unitsChangeRoute(services))
  server.use('/odata/v1/*', needReadToken(services, { readDirectory, addressOf }))
  server.route('/odata/v1', odataRoute(services, feedWorld))
  server.all('/odata/*', c => odataProblem(c, { type: c.req.method === 'GET' ? 'notFound' : 'readOnly' }))
  server.all('/api/*', c => problem(c, 'notFound'))
  if (app) {
    server.use('*', etag())
    server.route('/', staticFiles(app))
  }

  server.notFound(c => problem(c, 'notFound'))
  server.onError((error, c) => {
    const isFull = isDiskFull(error)
    log({ level: 'error', ...describeError(error) })
    if (c.req.path.startsWith('/odata/')) return odataProblem(c, { type: 'failed' })
    return problem(c, isFull ? 'serverFull' : 'failed')
  })
  return server
}
