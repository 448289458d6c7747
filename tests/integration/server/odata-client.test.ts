import { serve } from '@hono/node-server'
import { EdmV4, OData } from '@odata/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFreePort } from '../../support/free-port.ts'
import { findingOf, makeToken, plantWork, trainingOf } from './a-feed.ts'
import { aServer, unitOf, type TestServer } from './a-server.ts'

interface Finding {
  readonly id: string
  readonly unitCode: string
  readonly raisedOn: string
}

/** A client that nobody here wrote, over a socket, with username and token as Excel sends them. */
async function aClient(name: 'vinh' | 'hanh') {
  const token = await makeToken(await server.signedIn(name))
  return OData.New4({
    serviceEndpoint: `${origin}/odata/v1/`,
    credential: { username: name, password: token },
    commonHeaders: { Prefer: 'odata.maxpagesize=5' },
  })
}

let server: TestServer
let origin = ''
let line: ReturnType<typeof serve>
beforeAll(async () => {
  const port = await findFreePort()
  origin = `http://127.0.0.1:${port}`
  server = await aServer({ origin })
  await plantWork(server)
  line = serve({ fetch: server.fetch, port, hostname: '127.0.0.1' })
})
afterAll(async () => {
  line.close()
  await server.close()
})

test('a foreign OData client filters on days and units, selects, sorts, counts and finds by key', async () => {
  const client = await aClient('hanh')
  const findings = client.getEntitySet<Finding>('Findings')
  const since = client
    .newFilter()
    .property('raisedOn')
    .ge(EdmV4.Date.from(new Date('2026-11-01')))
  const recent = await findings.query(since)
  expect(recent.map(({ unitCode }) => unitCode)).toEqual(['05998', '05998', '05998'])
  expect(await findings.find({ unit: unitOf('06190') } as never)).toMatchObject([{ raisedOn: '2026-10-01' }])
  const parameters = client.newParam().select(['id', 'raisedOn']).orderby('raisedOn', 'asc').top(2).skip(1)
  expect(await findings.query(parameters)).toEqual([
    { id: findingOf('05998', '7-1'), raisedOn: '2026-11-02' },
    { id: findingOf('05998', '7-2'), raisedOn: '2026-11-02' },
  ])
  expect(await findings.count()).toBe(4)
  expect(await findings.retrieve(findingOf('06190', '7-1'))).toMatchObject({ unitCode: '06190' })
})

test('it reads trainings and who was there, by the days planned', async () => {
  const client = await aClient('vinh')
  const trainings = client.getEntitySet<{ readonly id: string }>('Trainings')
  const planned = client
    .newFilter()
    .property('plannedOn')
    .ge(EdmV4.Date.from(new Date('2026-12-01')))
  expect(await trainings.query(planned)).toMatchObject([
    {
      topic: 'audit',
      state: 'planned',
      plannedOn: '2026-12-08',
      heldOn: null,
      present: 0,
      unitCode: '05998',
    },
  ])
  expect(await trainings.count()).toBe(2)
  expect(await trainings.query(client.newParam().skip(1).top(1).select(['id']))).toEqual([
    { id: trainingOf('05998', 't2') },
  ])
  const attendances = client.getEntitySet<object>('Attendances')
  const ofHeld = client.newFilter().property('training').eq(trainingOf('05998', 't1'))
  const facts = client.newParam().filter(ofHeld).select(['person', 'post', 'isInvited', 'isPresent'])
  expect(await attendances.query(facts)).toEqual([
    { person: 'guest1', post: '', isInvited: false, isPresent: true },
    { person: 'p1', post: 'Văn phòng', isInvited: true, isPresent: true },
    { person: 'p2', post: null, isInvited: true, isPresent: false },
  ])
  expect(await attendances.count()).toBe(4)
})

test('its pages, followed by their links, are all there is', async () => {
  const client = await aClient('vinh')
  const answers = client.getEntitySet<{ id: string }>('Answers')
  const seen: string[] = []
  for (let next: string | undefined = `${origin}/odata/v1/Answers`; next !== undefined;) {
    const page = (await client['requestUri'](next)) as { value: { id: string }[]; '@odata.nextLink'?: string }
    expect(page.value.length).toBeLessThanOrEqual(5)
    seen.push(...page.value.map(({ id }) => id))
    next = page['@odata.nextLink']
  }
  expect(new Set(seen).size).toBe(await answers.count())
  expect(seen.length).toBe(new Set(seen).size)
})

test('it hears in words what the feed does not have', async () => {
  const client = await aClient('vinh')
  const asked = client.getEntitySet('Findings').query(client.newParam().expand('audit'))
  await expect(asked).rejects.toThrow('không hỗ trợ $expand')
})
