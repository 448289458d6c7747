import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmeFields, programmeType } from '../../../src/domain/qms/programme.ts'
import { programmeId } from '../../../src/server/app/seed-reference.ts'
import { findingOf, makeToken, plantWork, root, type FeedPage } from './a-feed.ts'
import { aServer, unitOf, type TestServer } from './a-server.ts'

/** The headers that Power Query (Excel, Power BI) is documented to send with each request to an OData feed. */
const powerQuery = {
  accept:
    'application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7',
  'odata-maxversion': '4.0',
  maxdataserviceversion: '3.0',
  'user-agent': 'Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)',
}

let server: TestServer
let basic = ''
beforeAll(async () => {
  server = await aServer()
  await plantWork(server)
  const token = await makeToken(await server.signedIn('vinh'))
  basic = `Basic ${Buffer.from(`vinh:${token}`).toString('base64')}`
})
afterAll(() => server.close())

const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  server
    .browser()
    .ask('GET', `${root}${path}`, { headers: { ...powerQuery, authorization: basic, ...headers } })
const read = async (path: string): Promise<FeedPage> => {
  const answer = await ask(path)
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`)
  return JSON.parse(text) as FeedPage
}

test('asked without credentials, it says that it takes a name and a password', async () => {
  const answer = await server.browser().ask('GET', `${root}/`, { headers: powerQuery })
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="[^"]+"/u)
  expect(answer.headers.get('odata-version')).toBe('4.0')
})

test('a scheme that a client tries first without success is answered with the one that works', async () => {
  const answer = await ask('/', { authorization: 'Negotiate TlRMTVNTUAABAAAA' })
  expect([answer.status, answer.headers.get('www-authenticate')?.slice(0, 5)]).toEqual([401, 'Basic'])
})

test.each(['', '/'])(
  'the service document is at the root, with "%s" after it, as JSON of version 4.0',
  async end => {
    const answer = await ask(end)
    expect(answer.headers.get('content-type')).toBe('application/json;odata.metadata=minimal;charset=utf-8')
    expect(answer.headers.get('odata-version')).toBe('4.0')
    const body = (await answer.json()) as { '@odata.context': string; value: { kind: string; url: string }[] }
    expect(body['@odata.context']).toMatch(/\/odata\/v1\/\$metadata$/u)
    expect(body.value.every(({ kind }) => kind === 'EntitySet')).toBe(true)
    // Their addresses are relative to the context's.
    for (const { url } of body.value) expect((await ask(`/${url}?$top=1`)).status).toBe(200)
  },
)

test.each(['/$metadata', '/%24metadata', '/$metadata/', '/$metadata?$format=application/xml'])(
  '%s is XML whatever is preferred, each set has a type and each type a key that is never null',
  async path => {
    for (const accept of ['application/xml', '*/*', powerQuery.accept]) {
      const answer = await ask(path, { accept })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'application/xml;charset=utf-8',
      ])
      const xml = await answer.text()
      const sets = [...xml.matchAll(/<EntitySet Name="(\w+)" EntityType="isoxa\.(\w+)"\/>/gu)]
      expect(sets.length).toBeGreaterThanOrEqual(12)
      for (const [, , type] of sets) {
        const own = new RegExp(`<EntityType Name="${type}">.*?</EntityType>`, 'su').exec(xml)?.[0] ?? ''
        expect(own).toContain('<Key><PropertyRef Name="id"/></Key>')
        expect(own).toMatch(/<Property Name="id" Type="Edm.String" Nullable="false"\/>/u)
      }
    }
  },
)

test('a preview asks for some rows, a schema for none, both with the names of the columns', async () => {
  expect((await read('/Steps?$top=0')).value).toEqual([])
  expect((await read('/Steps?$top=0&$count=true'))['@odata.count']).toBe(32)
  expect((await read('/Steps?$top=200&$select=step,state')).value[0]).toEqual({ step: 's01', state: 'open' })
  expect((await read('/Steps/?%24top=1&%24select=number')).value).toEqual([{ number: 1 }])
  expect((await read('/Findings?$format=json&$top=1&$select=id')).value).toHaveLength(1)
  expect((await ask('/Findings?$format=application/json;odata.metadata=minimal')).status).toBe(200)
})

test('filters as they are folded into the address: units, days and instants, blanks as %20 or +', async () => {
  const number = async (path: string) => (await read(path)).value.length
  for (const blank of ['%20', '+']) {
    const filter = (text: string) => `$filter=${text.replaceAll(' ', blank)}`
    expect(await number(`/Steps?${filter("unitCode eq '05998' and plannedOn le 2026-11-30")}`)).toBe(1)
    expect(await number(`/Steps?${filter("(unitCode eq '05998') and (isLate eq true)")}`)).toBe(1)
    expect(await number(`/Findings?${filter('raisedOn ge 2026-11-01 and raisedOn lt 2026-12-01')}`)).toBe(3)
    expect(await number(`/Documents?${filter('issuedOn ge 2026-11-11')}`)).toBe(0)
    expect(await number(`/Documents?${filter('movedAt ge 2026-11-01T00:00:00Z')}`)).toBe(1)
    expect(await number(`/Decisions?${filter('isOverdue eq true and doneOn eq null')}`)).toBe(1)
    expect(await number(`/Declarations?${filter('effectiveOn eq 2026-11-22')}`)).toBe(1)
    expect(await number(`/Documents?${filter("contains(title,'ch%E1%BA%A5t l%C6%B0%E1%BB%A3ng')")}`)).toBe(1)
  }
})

test('the rows of the road say what the tablet says', async () => {
  expect((await read(`/Steps?$filter=step eq 's03' and unit eq '${unitOf('05998')}'`)).value).toMatchObject([
    { unitCode: '05998', number: 3, state: 'open', plannedOn: '2026-11-20', isLate: true, daysLate: 3 },
  ])
  // The survey of Khánh Long was sent on the day of the test.
  expect((await read(`/Steps?$filter=step eq 's02' and unit eq '${unitOf('05998')}'`)).value).toMatchObject([
    { state: 'done', doneOn: '2026-11-23' },
  ])
  const owners = `/Steps?$filter=unit eq '${unitOf('05998')}' and number le 2&$select=ownerRoles,ownerOffice,isPersonNamed`
  const usual = { ownerRoles: 'communeOfficial districtOfficer', ownerOffice: null, isPersonNamed: false }
  expect((await read(owners)).value.at(-1)).toEqual(usual)
  const { authority, referenceFeed } = server.services
  await authority.write(referenceFeed, [
    {
      type: programmeType,
      thing: programmeId,
      field: programmeFields.owners('s02'),
      value: { roles: [], office: 'Chi cục Tiêu chuẩn' },
    },
  ])
  expect((await read(owners)).value.at(-1)).toEqual({
    ...usual,
    ownerRoles: '',
    ownerOffice: 'Chi cục Tiêu chuẩn',
  })
  expect((await read('/Documents')).value).toMatchObject([
    {
      title: 'Chính sách chất lượng',
      state: 'issued',
      issuedOn: '2026-11-10',
      decision: '12/QĐ-UBND',
      revisionInForce: 1,
    },
  ])
  expect((await read('/Decisions?$orderby=dueOn desc')).value.map(({ text }) => text)).toEqual([
    'Mua giá hồ sơ',
    'Sửa sổ tay',
  ])
  expect((await read('/Declarations')).value).toMatchObject([{ number: '05/CB-UBND', isSigned: false }])
})

test('SY9 the new sets keep to the scope: another district, an auditor and an administrator get nothing', async () => {
  for (const name of ['bich', 'duc', 'minh'] as const) {
    const token = await makeToken(await server.signedIn(name))
    for (const set of ['Documents', 'Decisions', 'Declarations', 'Steps']) {
      const answer = await ask(`/${set}?$filter=unitCode eq '05998'`, { authorization: `Bearer ${token}` })
      expect([name, set, ((await answer.json()) as FeedPage).value]).toEqual([name, set, []])
    }
  }
})

test('a row is found by its key, percent-encoded or not, and counts are plain text', async () => {
  const id = findingOf('05998', '7-1')
  for (const key of [id, encodeURIComponent(id)]) {
    const answer = await ask(`/Findings('${key}')`)
    expect(((await answer.json()) as { id: string }).id).toBe(id)
  }
  const count = await ask('/Steps/$count', { accept: 'text/plain' })
  expect([count.headers.get('content-type'), await count.text()]).toEqual(['text/plain;charset=utf-8', '32'])
})
