import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settlementTypes } from '../../../src/sync/protocol/held-settlement.ts'
import { settlementField, settlementThing } from '../../../src/sync/protocol/settlement-name.ts'
import { responseFields } from '../../../src/domain/responses/response-fields.ts'
import { referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { photoValue, tus, upload } from './a-picture.ts'
import { aServer, feedOf, textOf, unitOf, type TestServer } from './a-server.ts'
import { aTablet, fieldsOf } from './a-tablet.ts'
import { canary, picture, plantCanaries } from './scope-rows.ts'

describe.each(['sqlite', 'postgres'] as const)('SY9 on %s', engine => {
  let server: TestServer
  beforeAll(async () => {
    server = await aServer({ engine })
    await plantCanaries(server)
  })
  afterAll(() => server.close())

  test('a file out of scope answers like one that does not exist', async () => {
    const stranger = await server.signedIn('bich')
    for (const look of [tus.read, tus.where]) {
      const there = await look(stranger, picture.sha256)
      const nowhere = await look(stranger, 'f'.repeat(64))
      expect([there.status, await textOf(there)]).toEqual([nowhere.status, await textOf(nowhere)])
      expect([...there.headers]).toEqual([...nowhere.headers])
      expect(there.status).toBe(404)
    }
  })

  test('whoever knows a file’s hash and names it in the own commune still does not get it', async () => {
    const minh = await server.signedIn('minh')
    const tablet = aTablet(server, minh, 'minh', '06190')
    await tablet.start()
    await tablet.sync([tablet.op(responseFields.evidence('s1_assign', picture.sha256), photoValue(picture))])
    expect((await tus.read(minh, picture.sha256)).status).toBe(404)
    expect((await tus.read(await server.signedIn('bich'), picture.sha256)).status).toBe(404)
    // Uploading it is how one shows to have it: the server does not say that it has it already.
    const created = await tus.create(minh, picture)
    expect([created.status, created.headers.get('upload-offset')]).toEqual([201, '0'])
  })

  test('ops for another commune are held, change nothing there, and say nothing about it', async () => {
    const minh = await server.signedIn('minh')
    const intruder = aTablet(server, minh, 'minh', '05998')
    const response = await intruder.sync([intruder.answer('s0_respondent', 'intruder', { id: 'intruder-1' })])
    expect(response.answers).toEqual([{ result: 'held', reason: 'outOfScope' }])
    expect(response.pages.map(page => page.feed)).not.toContain(feedOf('05998'))
    const lan = aTablet(server, await server.signedIn('lan'), 'lan-again')
    const pulled = await lan.send(lan.request([], { person: 'lan' }))
    expect(await textOf(pulled)).not.toContain('intruder')
  })

  test('a response of another commune cannot be made in one’s own feed', async () => {
    const minh = await server.signedIn('minh')
    const tablet = aTablet(server, minh, 'minh', '06190')
    const thing = `plan174.survey.${unitOf('05998')}`
    const { answers } = await tablet.sync([tablet.answer('s0_respondent', 'mine', { thing, id: 'other-1' })])
    expect(answers).toEqual([{ result: 'held', reason: 'otherFeed' }])
  })

  test('nobody writes people or roles over the wire, not even for oneself', async () => {
    for (const name of ['lan', 'duc', 'hanh'] as const) {
      const browser = await server.signedIn(name)
      const tablet = aTablet(server, browser, name)
      const value = { role: 'provinceCoordinator', unit: unitOf('20'), from: '2017-10-15', to: null }
      const { answers } = await tablet.sync([
        tablet.op('assignments/mine', value, {
          feed: referenceFeed,
          type: 'person',
          thing: name,
          id: `power-${name}`,
        }),
      ])
      expect(answers).toEqual([{ result: 'held', reason: 'notYourRole' }])
    }
  })
})

describe('a role that ends', () => {
  test('SY9 ends at the next request: feed, file and list are gone, unsent work is held', async () => {
    const server = await aServer()
    const lan = await server.signedIn('lan')
    const tablet = aTablet(server, lan, 'lan')
    await upload(lan, picture)
    await tablet.start()
    await tablet.sync([
      tablet.answer('s0_respondent', canary.answer),
      tablet.op(responseFields.evidence('s1_assign', picture.sha256), photoValue(picture)),
    ])
    const vinh = await server.signedIn('vinh')
    const officer = aTablet(server, vinh, 'vinh')
    expect(fieldsOf(await officer.sync(), feedOf('05998'))).toMatchObject({
      'answers/s0_respondent': canary.answer,
    })
    expect((await tus.read(vinh, picture.sha256)).status).toBe(200)

    const value = { role: 'districtOfficer', unit: unitOf('180'), from: '2017-10-15', to: '2026-11-22' }
    await server.services.authority.write(referenceFeed, [
      { type: 'person', thing: 'vinh', field: 'assignments/a1', value },
    ])
    const after = await officer.sync(
      [officer.op(responseFields.comment('s1_assign', 'late'), { text: 'x' })],
      {
        cursors: { [feedOf('05998')]: ['', 0] },
      },
    )
    expect(after).toMatchObject({
      answers: [{ result: 'held', reason: 'outOfScope' }],
      gone: [feedOf('05998')],
      pages: [],
    })
    expect((await tus.read(vinh, picture.sha256)).status).toBe(404)
    expect(JSON.parse(await textOf(await vinh.ask('GET', '/api/contacts')))).toMatchObject({ communes: {} })
    // What was held is the author's to see, though the feed is not.
    expect(await textOf(await vinh.ask('GET', '/api/held'))).toContain('comments/s1_assign/late')
    await server.close()
  })

  test('SY4 what its person recorded before can be accepted by a reviewer, and they are told though the feed is gone', async () => {
    const server = await aServer()
    const lan = await server.signedIn('lan')
    const tablet = aTablet(server, lan, 'lan')
    await tablet.start()
    const recorded = tablet.answer('s0_respondent', canary.answer)
    server.clock.set('2026-11-30T09:00:00+07:00')
    const value = { role: 'communeOfficial', unit: unitOf('05998'), from: '2017-10-15', to: '2026-11-29' }
    await server.services.authority.write(referenceFeed, [
      { type: 'person', thing: 'lan', field: 'assignments/a1', value },
    ])
    expect((await tablet.sync([recorded])).answers).toEqual([{ result: 'held', reason: 'outOfScope' }])

    const feed = feedOf('05998')
    const vinh = await server.signedIn('vinh')
    const officer = aTablet(server, vinh, 'vinh')
    expect(await textOf(await vinh.ask('GET', '/api/held'))).toContain(canary.answer)
    const settlement = officer.op(
      settlementField({ op: recorded.id, author: 'lan' }),
      { result: 'accepted', note: 'Đã hỏi bà Lan' },
      { feed, type: settlementTypes.unit, thing: settlementThing(feed) },
    )
    const { answers } = await officer.sync([settlement])
    expect(answers).toMatchObject([{ result: 'ok' }])
    expect(fieldsOf(await officer.sync(), feed)).toMatchObject({ 'answers/s0_respondent': canary.answer })
    expect(JSON.parse(await textOf(await vinh.ask('GET', '/api/held')))).toEqual({ held: [], older: 0 })
    expect(JSON.parse(await textOf(await lan.ask('GET', '/api/held')))).toMatchObject({
      held: [
        {
          op: { id: recorded.id },
          settled: { result: 'accepted', note: 'Đã hỏi bà Lan', by: 'vinh', name: expect.any(String) },
        },
      ],
    })
    await server.close()
  })

  test('a role begins and ends with its day in Vietnam, not in Greenwich', async () => {
    const server = await aServer()
    const value = { role: 'districtOfficer', unit: unitOf('180'), from: '2026-11-24', to: '2026-11-24' }
    await server.services.authority.write(referenceFeed, [
      { type: 'person', thing: 'bich', field: 'assignments/a2', value },
    ])
    await aTablet(server, await server.signedIn('lan'), 'lan').start()
    const reads = async (at: string): Promise<boolean> => {
      server.clock.set(at)
      const bich = aTablet(server, await server.signedIn('bich'), 'bich')
      return (await bich.sync()).pages.some(page => page.feed === feedOf('05998'))
    }
    expect([
      await reads('2026-11-23T23:59:00+07:00'),
      await reads('2026-11-24T00:01:00+07:00'),
      await reads('2026-11-24T23:59:00+07:00'),
      await reads('2026-11-25T00:01:00+07:00'),
    ]).toEqual([false, true, true, false])
    await server.close()
  })
})
