import { afterAll, beforeAll, expect, test } from 'vitest'
import { homeUnit } from '../../../src/domain/people/home-unit.ts'
import { createScope } from '../../../src/domain/people/scope.ts'
import { responseId } from '../../../src/domain/responses/response-fields.ts'
import { loadDirectory } from '../../../src/server/app/admin/load-directory.ts'
import { baselineSurvey } from '../../../src/server/app/forms.ts'
import { programmeId, referenceFeed, unitsFrom } from '../../../src/server/app/seed-reference.ts'
import { aServer, feedOf, password, textOf, unitOf, type Browser, type TestServer } from './a-server.ts'
import { aTablet, results } from './a-tablet.ts'

/** Khánh Long (05998, Lan's) goes into Cao Minh (06010, Kim's), which stays; both lie in Tràng Định. */
const change = { on: '2026-12-01', moves: [{ from: '05998', to: ['06010'] }] }

let server: TestServer
let lan: ReturnType<typeof aTablet>
let browsers: Readonly<Record<'lan' | 'kim' | 'minh', Browser>>
beforeAll(async () => {
  server = await aServer()
  const { authority, accounts } = server.services
  const value = { role: 'communeOfficial', unit: unitOf('06010'), from: unitsFrom, to: null }
  await authority.write(referenceFeed, [
    { type: 'person', thing: 'kim', field: 'name', value: 'Kim' },
    { type: 'person', thing: 'kim', field: 'assignments/a1', value },
  ])
  await accounts.create({ person: 'kim', username: 'kim', passwordHash: `hash of ${password}` })
  const kim = server.browser()
  await kim.signIn('kim', password)
  browsers = { lan: await server.signedIn('lan'), kim, minh: await server.signedIn('minh') }
  lan = aTablet(server, browsers.lan, 'lan', '05998')
  await lan.start()
})
afterAll(() => server.close())

const feedsOf = async (name: keyof typeof browsers): Promise<readonly string[]> =>
  (await aTablet(server, browsers[name], name).sync()).pages
    .map(({ feed }) => feed)
    .filter(feed => feed !== referenceFeed)
    .sort()

/** What Lan's tablet works out for a day, without a network, from the reference feed as it has it. */
async function tabletOn(day: string) {
  const { assignmentsOf, tree } = await loadDirectory(server.services)
  const scope = createScope(assignmentsOf('lan'), tree, day)
  return {
    name: homeUnit(assignmentsOf('lan'), tree, day)?.fullName,
    begins: scope.communesWhere('response.fill').map(({ code }) => code),
    goesOn: scope.communesEver('response.fill').map(({ code }) => code),
  }
}

test('SY9 a reform of a later day changes nothing before it: each fills and reads the old unit', async () => {
  const duc = await server.signedIn('duc')
  const ask = async (path: string, json: object) =>
    JSON.parse(await textOf(await duc.post(`/api/units-changes/${path}`, json))) as Record<string, unknown>
  const { head } = await ask('preview', { change })
  expect(await ask('apply', { change, head })).toMatchObject({ type: 'applied' })

  for (const day of ['2026-11-23', '2026-11-30'])
    expect(await tabletOn(day)).toEqual({ name: 'Xã Khánh Long', begins: ['05998'], goesOn: ['05998'] })
  server.clock.set('2026-11-30T23:59:00+07:00')
  const at = { feed: feedOf('06010'), thing: `response.x.${unitOf('06010')}` }
  const sent = await lan.sync([lan.answer('s0_respondent', 'Lan'), lan.op('form', { ...baselineSurvey }, at)])
  expect(results(sent)).toEqual(['ok', 'held: outOfScope'])
  expect(await feedsOf('lan')).toEqual([feedOf('05998')])
  expect(await feedsOf('kim')).toEqual([])
})

test('SY9 from the day on the successor is where work begins, and the open work goes on where it lies', async () => {
  const begunOffline = lan.answer('s0_position', 'chairman')
  server.clock.set('2026-12-01T00:01:00+07:00')
  expect(await tabletOn('2026-12-01')).toEqual({
    name: 'Xã Cao Minh',
    begins: ['06010'],
    goesOn: ['05998', '06010'],
  })
  const at = {
    feed: feedOf('06010'),
    thing: responseId(programmeId, baselineSurvey.id, unitOf('06010')),
  }
  const sent = await lan.sync([
    begunOffline,
    lan.op('form', { ...baselineSurvey }, at),
    lan.answer('s0_respondent', 'Lan of the successor', at),
  ])
  expect(results(sent)).toEqual(['ok', 'ok', 'ok'])
  const kim = aTablet(server, browsers.kim, 'kim', '05998')
  expect(results(await kim.sync([kim.answer('s7_note', 'Kim goes on')]))).toEqual(['ok'])
  expect(await feedsOf('kim')).toEqual([feedOf('05998'), feedOf('06010')])
  expect(await feedsOf('lan')).toEqual([feedOf('05998'), feedOf('06010')])
  expect(await feedsOf('minh')).toEqual([])
})
