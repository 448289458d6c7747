import units from '../../../src/content/units/langson-2017.json' with { type: 'json' }
import { openServices } from '../../../src/server/app/open-services.ts'
import { referenceFeed, seedReference, unitsFrom } from '../../../src/server/app/seed-reference.ts'
import { hashToken, newToken } from '../../../src/server/http/session-cookie.ts'
import type { Cursor } from '../../../src/sync/protocol/wire.ts'
import { findFreePort } from '../../support/free-port.ts'
import { startPostgres } from '../../support/postgres.ts'
import { startServer } from '../../support/start-server.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

export type Engine = 'sqlite' | 'postgres'
export const engines: readonly Engine[] = ['sqlite', 'postgres']

/** An official who is signed in, knows the province's reference, and has not sent anything. */
export interface LoadPerson {
  readonly origin: string
  readonly person: string
  readonly token: string
  readonly unit: string
  /** How many there were before in the same commune. */
  readonly place: number
  readonly cursors: Readonly<Record<string, Cursor>>
}

const communes = units.filter(unit => unit.kind === 'commune')
const dayMs = 86_400_000

/**
 * The real server in a process of its own, on a database of its own that flushes every commit: SQLite with
 * `synchronous = FULL`, PostgreSQL with fsync. So many officials, spread over all communes, have a session.
 */
export async function withLoadServer<T>(
  engine: Engine,
  count: number,
  work: (people: readonly LoadPerson[]) => Promise<T>,
): Promise<T> {
  const postgres = engine === 'postgres' ? await startPostgres({ isDurable: true }) : undefined
  const databaseUrl = postgres && `${postgres.url}/postgres`
  const port = await findFreePort()
  const dataDir = makeTempFolder('load')
  const place = { port, dataFolder: dataDir, databaseUrl }
  const people = await makePeople(place, count)
  const env = { ISOXA_MODE: 'production', ...(databaseUrl && { DATABASE_URL: databaseUrl }) }
  const server = await startServer({ port, dataDir, env })
  try {
    return await work(people)
  } finally {
    await server.stop()
    await postgres?.stop()
  }
}

interface Place {
  readonly port: number
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
}

async function makePeople(place: Place, count: number): Promise<readonly LoadPerson[]> {
  const origin = `http://localhost:${place.port}`
  const opened = await openServices(
    { ...place, mode: 'production', origin, timeZone: 'Asia/Ho_Chi_Minh', isBehindProxy: false },
    () => undefined,
  )
  const { services } = opened
  await seedReference(services)
  const people = Array.from({ length: count }, (_, at) => ({
    origin,
    person: `load${at}`,
    token: newToken(),
    unit: communes[at % communes.length]?.id ?? '',
    place: Math.floor(at / communes.length),
  }))
  await services.authority.write(
    referenceFeed,
    people.flatMap(({ person, unit }) => {
      const value = { role: 'communeOfficial', unit, from: unitsFrom, to: null }
      return [
        { type: 'person', thing: person, field: 'name', value: person },
        { type: 'person', thing: person, field: 'assignments/a', value },
      ]
    }),
  )
  const now = Date.now()
  const times = { createdAt: now, seenAt: now, expiresAt: now + dayMs }
  for (const { person, token } of people)
    await services.sessions.create({ tokenHash: hashToken(token), person, device: '', ...times })
  const head = (await services.entries.heads([referenceFeed])).get(referenceFeed)
  await opened.close()
  if (!head) throw new Error('the reference feed is missing')
  const cursors = { [referenceFeed]: [head.epoch, head.head] as const }
  return people.map(person => ({ ...person, cursors }))
}
