import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { hashToken } from '../../src/server/http/session-cookie.ts'
import { aServer, people, type Name } from '../integration/server/a-server.ts'
import { findFreePort } from '../support/free-port.ts'
import { seededRandom, type SeededRandom } from '../support/seeded-random.ts'
import { makeTempFolder, removeTempFolder } from '../support/temp-folder.ts'
import type { Asked } from './asked.ts'
import { judgeAnswer, type Answered } from './judge-answer.ts'
import { bytesOf, mutateRequest } from './mutate-request.ts'
import { rawRequest, sendRaw } from './raw-requests.ts'
import { freshMemory, hopelessRequests, tokenOf, validRequest } from './valid-requests.ts'
import { watchDatabase } from './watch-database.ts'

export interface WorldReport {
  readonly seed: number
  readonly requests: number
  /** How often each status was answered, by route. */
  readonly statuses: ReadonlyMap<string, ReadonlyMap<number, number>>
  /** Requests that put something into the log, so that it is seen how deep the others went. */
  readonly taken: number
  readonly faults: readonly Fault[]
  /** Megabytes in use after collecting garbage: when all was ready, and at the end. */
  readonly heap: { readonly before: number; readonly after: number }
}

export interface Fault {
  /** Asks `requests` times in the world of `seed` to see it again. */
  readonly seed: number
  readonly requests: number
  readonly what: string
  readonly asked: string
}

const origin = 'http://localhost:8080'
const names = Object.keys(people) as Name[]
const mostGrowthMb = 48
const hopelessInARow = 20
const patienceMs = 15_000

/** One server on a fresh database, asked `requests` times; chance comes from the seed alone. */
export async function fuzzWorld(seed: number, requests: number): Promise<WorldReport> {
  const random = seededRandom(seed)
  const server = await aServer({ app: anApp() })
  const watch = watchDatabase(join(server.dataFolder, 'iso-xa.db'))
  const port = await findFreePort()
  const line = serve({ fetch: server.fetch, port })
  const routes = routesOf(server.routes)
  const memory = freshMemory()
  const cookies = new Map<string, string>()
  const faults: Fault[] = []
  const statuses = new Map<string, Map<number, number>>()
  const rejections: string[] = []
  let loggedErrors = 0
  let taken = 0
  const onRejection = (error: unknown): void => void rejections.push(String(error))
  process.on('unhandledRejection', onRejection)
  process.on('uncaughtException', onRejection)

  async function signIn(name: Name): Promise<void> {
    const browser = await server.signedIn(name)
    cookies.set(name, browser.cookie())
    watch.takeChanged()
  }

  async function hear(request: Request): Promise<Pick<Answered, 'status' | 'headers' | 'body'>> {
    const answer = await server.fetch(request)
    return { status: answer.status, headers: answer.headers, body: await answer.text() }
  }

  async function ask(asked: Asked, at: number): Promise<Answered | undefined> {
    const request = toRequest(asked, cookies)
    if (!request) return undefined
    const logged = server.log.length
    const start = performance.now()
    const patience = new AbortController()
    const impatience = sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined)
    const heard = await Promise.race([hear(request), impatience])
    patience.abort()
    if (!heard) {
      note('no answer came', asked, at)
      return undefined
    }
    const answered = {
      ...heard,
      ms: performance.now() - start,
      changed: watch.takeChanged(),
      errors: server.log.slice(logged).flatMap(line => (line['error'] ? [JSON.stringify(line)] : [])),
    }
    if (answered.changed.includes('log')) taken++
    const count = statuses.get(asked.route) ?? new Map<number, number>()
    statuses.set(asked.route, count.set(heard.status, (count.get(heard.status) ?? 0) + 1))
    for (const what of judgeAnswer(asked, answered)) note(what, asked, at)
    return answered
  }

  function note(what: string, asked: Asked | string, at: number): void {
    const words = typeof asked === 'string' ? asked : describe(asked)
    faults.push({ seed, requests: at + 1, what, asked: words })
  }

  try {
    for (const name of names) {
      await signIn(name)
      await giveToken(name)
    }
    const before = heapMb()
    for (let at = 0; at < requests && faults.length < 20; at++) {
      // The clock goes on, so that waits end and sessions are touched.
      if (at % 50 === 0) server.clock.advance(random.pick([1_000, 60_000, 3_700_000]))
      if (at % 200 === 99) await askRaw(at)
      if (at % 500 === 499) at = await askHopeless(at)
      // Those of the two communes can have most of what is asked for.
      const as = random.isHit(0.6) ? random.pick(['lan', 'minh'] as const) : random.pick(names)
      if (!cookies.has(as)) await signInAgain(as)
      const asked = anAsking(random, routes, memory, as)
      const answered = await ask(asked, at)
      const isSignedOut = answered?.status === 204 && asked.method === 'DELETE'
      if (isSignedOut || answered?.status === 401) cookies.delete(as)
      for (const rejection of rejections.splice(0)) note(`unhandled: ${rejection}`, asked, at)
    }
    const after = heapMb()
    if (after - before > mostGrowthMb) note(`memory grew from ${before} to ${after} MB`, 'all', requests - 1)
    return { seed, requests, statuses, taken, faults, heap: { before, after } }
  } finally {
    process.off('unhandledRejection', onRejection)
    process.off('uncaughtException', onRejection)
    line.close()
    watch.close()
    await server.close()
    removeTempFolder(server.dataFolder)
  }

  async function giveToken(person: Name): Promise<void> {
    const token = { id: person, tokenHash: hashToken(tokenOf(person)), person, name: 'fuzz' }
    const times = { createdAt: server.clock.now(), expiresAt: Number.MAX_SAFE_INTEGER }
    await server.services.readTokens.create({ ...token, ...times }, 10)
    watch.takeChanged()
  }

  async function signInAgain(name: Name): Promise<void> {
    // Wrong passwords of the fuzz may have locked the account.
    server.clock.advance(3_700_000)
    await signIn(name)
  }

  async function askRaw(at: number): Promise<void> {
    const raw = rawRequest(random, cookies.get('lan') ?? '')
    const found = await sendRaw(port, raw)
    for (const status of found.filter(one => one >= 500 && one !== 505))
      note(`status ${status}`, raw.name, at)
    const count = statuses.get('over a socket') ?? new Map<number, number>()
    for (const status of found.length > 0 ? found : [0])
      statuses.set('over a socket', count.set(status, (count.get(status) ?? 0) + 1))
    const errors = server.log.filter(({ level }) => level === 'error')
    if (errors.length > loggedErrors) note(`the log says ${JSON.stringify(errors.at(-1))}`, raw.name, at)
    loggedErrors = errors.length
    watch.takeChanged()
  }

  async function askHopeless(from: number): Promise<number> {
    const before = watch.hash()
    for (let at = 0; at < hopelessInARow; at++) await ask(hopelessRequests(random, routes), from)
    if (watch.hash() !== before) note('refused requests have changed the database', 'a hopeless batch', from)
    return from
  }
}

/** HEAD comes with GET in Hono; unknown paths are asked for too. */
const routesOf = (
  routes: readonly { readonly method: string; readonly path: string }[],
): readonly string[] => {
  const known = routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
  const heads = known.filter(route => route.startsWith('GET ')).map(route => route.replace('GET', 'HEAD'))
  return [...new Set([...known, ...heads, 'GET /api/nosuch', 'GET /assets/app-1.js', 'GET /viec/cua-toi'])]
}

function anAsking(
  random: SeededRandom,
  routes: readonly string[],
  memory: ReturnType<typeof freshMemory>,
  as: Name,
): Asked {
  // Where most of what can break is.
  const route = random.isHit(0.4)
    ? random.pick(['POST /api/sync', 'PATCH /api/files/:sha256', 'POST /api/files', 'GET /api/exports/:form'])
    : random.pick(routes)
  let asked = validRequest(route, random, memory, as)
  const mutations = random.pick([0, 0, 1, 1, 1, 2, 4])
  for (let done = 0; done < mutations; done++) asked = mutateRequest(asked, random)
  return asked
}

/** Undefined when no client could send it: not a URL, not a header. */
function toRequest(asked: Asked, cookies: ReadonlyMap<string, string>): Request | undefined {
  const cookie = asked.as === undefined ? undefined : cookies.get(asked.as)
  const own = cookie === undefined ? [] : [['cookie', cookie] as const]
  const mayHaveBody = !/^(?:GET|HEAD)$/iu.test(asked.method)
  const bytes = mayHaveBody ? bytesOf(asked) : undefined
  try {
    const headers = new Headers()
    for (const [name, value] of [...own, ...asked.headers]) headers.set(name, value)
    return new Request(`${origin}${asked.path}`, {
      method: asked.method,
      headers,
      ...(bytes === undefined ? {} : { body: Buffer.from(bytes) }),
    })
  } catch {
    return undefined
  }
}

const describe = ({ method, path, story, as }: Asked): string =>
  `${method} ${path.slice(0, 120)} as ${as ?? 'nobody'} (${story.join('; ') || 'valid'})`

/** Without garbage: what is left is what somebody holds on to. */
function heapMb(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as NodeJS.GCFunction
  collect()
  return Math.round((process.memoryUsage().heapUsed / 1024 / 1024) * 10) / 10
}

/** A build with one page and one script. */
function anApp(): { readonly dist: string; readonly keptAssets: string } {
  const dist = makeTempFolder('dist')
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html>')
  writeFileSync(join(dist, 'assets', 'app-1.js'), '1')
  return { dist, keptAssets: join(dist, 'assets') }
}
