import { feedId } from '../../../src/domain/people/feed.ts'
import { readConfig } from '../../../src/server/app/config.ts'
import { openServices } from '../../../src/server/app/open-services.ts'
import { referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { startServer } from '../../support/start-server.ts'
import { findFreePort } from '../../support/free-port.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { bulkPeople, makeBulkPeople } from '../support/bulk-people.ts'
import { figure, type Figure, type Measure } from '../support/figure.ts'
import { communeAtScale, communes } from '../support/fill-province.ts'
import { percentile } from '../support/percentile.ts'

const rounds = 20
const today = '2018-03-01'
const commune = encodeURIComponent("unitCode eq '06010'")
const since = encodeURIComponent('raisedOn ge 2018-02-01')

/** What is asked of the server, as Excel, the board and a tablet ask it. */
const queries: Readonly<Record<string, string>> = {
  'OData, a page of 1,000 findings': '/odata/v1/Findings?$top=1000',
  'OData, findings of one commune': `/odata/v1/Findings?$filter=${commune}`,
  'OData, findings since a day, 100 of them': `/odata/v1/Findings?$filter=${since}&$top=100`,
  'OData, how many findings': '/odata/v1/Findings/$count',
  'OData, how many findings are overdue': '/odata/v1/Findings/$count?$filter=isOverdue',
  'OData, a page of 1,000 answers': '/odata/v1/Answers?$top=1000',
  'OData, how many answers': '/odata/v1/Answers/$count',
  'OData, all communes': '/odata/v1/Communes',
  'OData, a page of 1,000 responses': '/odata/v1/Responses?$top=1000',
  'OData, how many steps': '/odata/v1/Steps/$count',
  'last contacts of all communes': '/api/contacts',
}

/**
 * The whole province at the server: 226 communes, 10,000 findings, 50,000 answers, 5,000 documents. One question after the
 * other, p95 of each.
 */
export const measureScaleServer: Measure = async () => {
  const dataDir = makeTempFolder('scale')
  const port = await findFreePort()
  const origin = `http://localhost:${port}`
  await makeBulkPeople(dataDir, origin)
  await fill(dataDir)
  const server = await startServer({ port, dataDir, env: { ISOXA_MODE: 'production', ISOXA_ORIGIN: origin } })
  try {
    const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin, ...headers },
      })
    const { username, password } = bulkPeople.coordinator
    const signedIn = await post('/api/session', { username, password, device: 'bench' })
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { person } = (await signedIn.json()) as { person: { id: string } }
    const made = await post('/api/read-tokens', { name: 'bench' }, { cookie })
    const { token } = (await made.json()) as { token: string }

    const found: Figure[] = []
    for (const [name, path] of Object.entries(queries)) {
      const headers = path.startsWith('/odata') ? { authorization: `Bearer ${token}` } : { cookie }
      found.push(...(await measureOne(name, () => fetch(`${origin}${path}`, { headers }))))
    }
    const request = {
      protocol: 1,
      person: person.id,
      device: 'bench',
      ops: [],
      cursors: {},
      room: 1_000_000,
    }
    found.push(
      ...(await measureOne("a pull's first page of 1 MB", () => post('/api/sync', request, { cookie }))),
    )
    return found
  } finally {
    await server.stop()
  }
}

async function measureOne(name: string, ask: () => Promise<Response>): Promise<readonly Figure[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begunAt = performance.now()
    const answer = await ask()
    await answer.arrayBuffer()
    times.push(performance.now() - begunAt)
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
  }
  return [
    figure(`server, ${name}, p95`, percentile(times, 0.95), 'ms', 200),
    // Of a server that has just begun and has made nothing yet; each commune is made again only when it changes.
    figure(`server, ${name}, the first time`, times[0] ?? Number.NaN, 'ms'),
  ]
}

async function fill(dataFolder: string): Promise<void> {
  const config = readConfig({ DATA_DIR: dataFolder, ISOXA_MODE: 'production' })
  if (!config.ok) throw new Error(config.error)
  const { services, close } = await openServices(config.value, () => undefined)
  await services.authority.write(
    referenceFeed,
    communes.map(({ id }) => ({
      type: 'programme',
      thing: 'plan174',
      field: `communes/${id}`,
      value: true,
    })),
  )
  for (const [at, { id }] of communes.entries())
    await services.authority.write(
      feedId(id, 'unit'),
      communeAtScale(id, at, today).map(({ type, thing, field, value }) => ({ type, thing, field, value })),
    )
  await close()
}
