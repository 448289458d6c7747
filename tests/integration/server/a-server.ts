import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { Role } from '../../../src/domain/people/role.ts'
import { unitId } from '../../../src/domain/people/unit.ts'
import { readConfig } from '../../../src/server/app/config.ts'
import { openServices, type OpenedServices } from '../../../src/server/app/open-services.ts'
import { referenceFeed, seedReference, unitsFrom } from '../../../src/server/app/seed-reference.ts'
import type { Place } from '../../../src/server/database/open-database.ts'
import { createApp } from '../../../src/server/http/create-app.ts'
import type { Services } from '../../../src/server/http/environment.ts'
import type { Passwords } from '../../../src/server/http/passwords.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { freshPostgres } from '../../support/fresh-postgres.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

export type Engine = 'sqlite' | 'postgres'

/** Argon2id is meant to be slow; what it does is tested by itself. */
const quickPasswords: Passwords = {
  hash: async password => `hash of ${password}`,
  matches: async (password, hash) => hash === `hash of ${password}`,
}

export const password = 'mật khẩu đúng'
const origin = 'http://localhost:8080'

/** Khánh Long and Cao Minh lie in Tràng Định (180), Bảo Lâm in Cao Lộc (183). */
export const unitOf = (code: string): string => unitId(code, unitsFrom)
export const feedOf = (code: string): string => `${unitOf(code)}/unit`
export const people = {
  lan: { role: 'communeOfficial', at: '05998' },
  minh: { role: 'communeOfficial', at: '06190' },
  vinh: { role: 'districtOfficer', at: '180' },
  bich: { role: 'districtOfficer', at: '183' },
  hanh: { role: 'provinceCoordinator', at: '20' },
  duc: { role: 'administrator', at: '20' },
} as const satisfies Record<string, { role: Role; at: string }>
export type Name = keyof typeof people

export interface TestServer {
  readonly services: Services
  readonly place: Place
  readonly clock: ReturnType<typeof fakeClock>
  readonly log: readonly Readonly<Record<string, string | number>>[]
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  /** Where its SQLite file, uploads and files are. */
  readonly dataFolder: string
  /** The app as it is, without a browser's cookies. */
  readonly fetch: (request: Request) => Response | Promise<Response>
  /** Another browser: it has its own cookies. */
  browser: () => Browser
  /** A browser in which somebody has signed in. */
  signedIn: (name: Name) => Promise<Browser>
  close: () => Promise<void>
}

interface Wish {
  readonly engine?: Engine
  /** Data that are there already; a new empty place without it. */
  readonly place?: Place
  readonly origin?: string
  /** Puts other services in the place of the real ones. */
  readonly change?: (services: Services, opened: OpenedServices) => Services
  readonly app?: { readonly dist: string; readonly keptAssets: string }
}

/** An empty place for data of an engine. */
export const aPlace = async (engine: Engine = 'sqlite'): Promise<Place> => ({
  dataFolder: makeTempFolder('data'),
  ...(engine === 'postgres' ? { databaseUrl: await freshPostgres() } : {}),
})

/** The real server as an app object: units of 2017, a handful of people, a clock that only the test moves. */
export async function aServer(wish: Wish = {}): Promise<TestServer> {
  const place = wish.place ?? (await aPlace(wish.engine))
  const config = readConfig({
    DATA_DIR: place.dataFolder,
    ISOXA_ORIGIN: wish.origin ?? origin,
    DATABASE_URL: place.databaseUrl,
  })
  if (!config.ok) throw new Error(config.error)
  const log: Readonly<Record<string, string | number>>[] = []
  const clock = fakeClock('2026-11-23T08:00:00+07:00')
  const opened = await openServices(config.value, line => log.push(line))
  const real: Services = {
    ...opened.services,
    clock: clock.now,
    authority: opened.authorityAt(clock.now),
    passwords: quickPasswords,
  }
  await seedReference(real)
  const isNew = (await real.accounts.list()).length === 0
  for (const [name, { role, at }] of isNew ? Object.entries(people) : []) {
    const value = { role, unit: unitOf(at), from: unitsFrom, to: null }
    await real.authority.write(referenceFeed, [
      { type: 'person', thing: name, field: 'name', value: name },
      { type: 'person', thing: name, field: 'assignments/a1', value },
    ])
    await real.accounts.create({ person: name, username: name, passwordHash: `hash of ${password}` })
  }
  const services = wish.change?.(real, opened) ?? real
  let address = 'here'
  const app = createApp({
    services,
    addressOf: () => address,
    leastRefusalMs: 0,
    ...(wish.app ? { app: wish.app } : {}),
  })

  const browser = (from = 'here'): Browser =>
    createBrowser((url, init) => {
      address = from
      return app.request(url, init)
    }, wish.origin ?? origin)

  return {
    services,
    place,
    clock,
    log,
    routes: app.routes,
    dataFolder: config.value.dataFolder,
    fetch: app.fetch,
    browser,
    async signedIn(name) {
      const own = browser(`address of ${name}`)
      const answer = await own.signIn(name)
      if (answer.status !== 200) throw new Error(`${name} cannot sign in: ${answer.status}`)
      return own
    },
    close: opened.close,
  }
}

export interface Browser {
  readonly cookie: () => string
  setCookie: (cookie: string) => void
  ask: (method: string, path: string, init?: RequestInit) => Promise<Response>
  post: (path: string, json: unknown) => Promise<Response>
  signIn: (username: string, password?: string) => Promise<Response>
}

/** A browser whose requests go where `fetch` sends them. */
export function createBrowser(
  fetch: (url: string, init: RequestInit) => Response | Promise<Response>,
  origin: string,
): Browser {
  let cookie = ''
  const ask: Browser['ask'] = async (method, path, init = {}) => {
    const headers = new Headers(init.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    const answer = await fetch(`${origin}${path}`, { ...init, method, headers })
    const [set] = answer.headers.getSetCookie()
    if (set !== undefined) cookie = set.split(';')[0] ?? ''
    return answer
  }
  const post: Browser['post'] = (path, json) =>
    ask('POST', path, { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } })
  return {
    cookie: () => cookie,
    setCookie: next => {
      cookie = next
    },
    ask,
    post,
    signIn: (username, given = password) => post('/api/session', { username, password: given }),
  }
}

/** The body as text, unpacked when the server packed it. */
export async function textOf(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  return (answer.headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** `413 tooLarge` */
export async function faultOf(answer: Response): Promise<string> {
  const { error } = JSON.parse(await textOf(answer)) as { error?: { type?: string } }
  return `${answer.status} ${error?.type}`
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
