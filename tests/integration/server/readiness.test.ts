import { expect, test } from 'vitest'
import { programmeType } from '../../../src/domain/qms/programme.ts'
import { roadFields, roadThing, roadType } from '../../../src/domain/qms/road-fields.ts'
import { programmeId, referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { makeToken, readFeed } from './a-feed.ts'
import { aServer, feedOf, textOf, unitOf, type TestServer } from './a-server.ts'
import { aTablet } from './a-tablet.ts'

const unit = unitOf('05998')

interface Told {
  readonly on: string
  readonly programmes: readonly {
    readonly programme: string
    readonly readiness: string
    readonly gates: readonly {
      readonly id: string
      readonly value: string
      readonly why: { readonly code: string; readonly figures: Readonly<Record<string, number>> } | null
    }[]
    readonly steps: readonly { readonly id: string; readonly state: string }[]
  }[]
}

async function inProgramme(): Promise<TestServer> {
  const server = await aServer()
  await server.services.authority.write(referenceFeed, [
    { type: programmeType, thing: programmeId, field: `communes/${unit}`, value: true },
  ])
  return server
}

const readiness = async (server: TestServer, code = unit): Promise<Told> => {
  const vinh = await server.signedIn('vinh')
  return JSON.parse(await textOf(await vinh.ask('GET', `/api/readiness/${encodeURIComponent(code)}`))) as Told
}

test('the officer reads 29 gates and 16 steps of a commune, each gate with what was counted', async () => {
  const server = await inProgramme()
  const tablet = aTablet(server, await server.signedIn('lan'), 'lan')
  await tablet.sync([
    tablet.op(
      roadFields.staff('s1'),
      { name: 'Hoàng Văn Thụ', post: 'Văn phòng', from: '2017-11-01', to: null },
      { feed: feedOf('05998'), type: roadType, thing: roadThing(programmeId, unit) },
    ),
  ])
  const { on, programmes } = await readiness(server)
  expect([on, programmes.length]).toEqual(['2026-11-23', 1])
  const [own] = programmes
  expect([own?.gates.length, own?.steps.length, own?.readiness]).toEqual([29, 16, 'notReady'])
  expect(own?.gates.find(({ id }) => id === 'rd_train_1')).toMatchObject({
    value: 'notMet',
    why: { code: 'attendance', figures: { trained: 0, all: 1, wanted: 90 } },
  })
  await server.close()
})

test('a commune in no programme has no road, and nobody learns of one that does not exist', async () => {
  const server = await inProgramme()
  const vinh = await server.signedIn('vinh')
  const inNone = await vinh.ask('GET', `/api/readiness/${encodeURIComponent(unitOf('06010'))}`)
  expect([inNone.status, JSON.parse(await textOf(inNone))]).toMatchObject([200, { programmes: [] }])
  const bich = await server.signedIn('bich')
  const there = await bich.ask('GET', `/api/readiness/${encodeURIComponent(unit)}`)
  const nowhere = await bich.ask('GET', '/api/readiness/nowhere')
  expect([there.status, await textOf(there)]).toEqual([nowhere.status, await textOf(nowhere)])
  expect(there.status).toBe(404)
  await server.close()
})

test('Excel reads the gates of every commune in scope, and no others', async () => {
  const server = await inProgramme()
  const rows = async (name: 'vinh' | 'bich') => {
    const token = await makeToken(await server.signedIn(name))
    return (await readFeed(server, token, `/Gates?$filter=unit eq '${unit}'`)).value
  }
  const seen = await rows('vinh')
  expect(seen.length).toBe(29)
  expect(seen.find(({ gate }) => gate === 'rd_train_1')).toMatchObject({
    value: 'notMet',
    why: 'noStaffList',
  })
  expect(await rows('bich')).toEqual([])
  await server.close()
})
