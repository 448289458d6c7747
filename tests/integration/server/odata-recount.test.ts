import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findingType } from '../../../src/domain/audits/finding-fields.ts'
import { referenceFeed, unitsFrom } from '../../../src/server/app/seed-reference.ts'
import { entitySets } from '../../../src/server/http/odata/entity-sets.ts'
import { createApp } from '../../../src/server/http/create-app.ts'
import { createFeedWorld } from '../../../src/server/http/odata/feed-world.ts'
import { warmFeed } from '../../../src/server/http/odata/warm-feed.ts'
import { createDirectoryReader } from '../../../src/server/http/read-directory.ts'
import { askFeed, findingOf, followFeed, makeToken, plantWork, trainingOf } from './a-feed.ts'
import { aServer, feedOf, unitOf, type Browser, type Name, type TestServer } from './a-server.ts'

const names = ['lan', 'minh', 'vinh', 'hanh', 'duc'] as const satisfies readonly Name[]

type Asked = Parameters<typeof askFeed>[0]

/** Another server's app on the same data: it has made nothing yet. */
function beginAnew({ services }: TestServer): Asked {
  const app = createApp({ services, leastRefusalMs: 0 })
  const ask: Browser['ask'] = async (method, path, init) =>
    app.request(`${services.origin}${path}`, { method, ...(init as RequestInit) })
  return { browser: () => ({ ask }) }
}

describe.each(['sqlite', 'postgres'] as const)('what the feed has made once, on %s,', engine => {
  let server: TestServer
  const tokens = new Map<Name, string>()
  beforeAll(async () => {
    server = await aServer({ engine })
    await plantWork(server)
    for (const name of names) tokens.set(name, await makeToken(await server.signedIn(name)))
  })
  afterAll(() => server.close())

  const countBy = async (from: Asked, name: Name, set: string, filter = '') =>
    Number(await (await askFeed(from, tokens.get(name) ?? '', `/${set}/$count${filter}`)).text())
  const rowsBy = async (from: Asked, name: Name, set: string) =>
    (await followFeed(from, tokens.get(name) ?? '', `/${set}?$count=true`, 80)).flatMap(page => page.value)

  /** All sets as a server has them that has made nothing before, beside those of the one that has. */
  async function compareAll(of: readonly Name[] = names): Promise<Readonly<Record<string, number>>> {
    const fresh = beginAnew(server)
    const found: Record<string, number> = {}
    for (const name of of)
      for (const { name: set } of entitySets) {
        // Counted first: by what decides how many there are, and not by the rows.
        const count = await countBy(fresh, name, set)
        const rows = await rowsBy(fresh, name, set)
        expect([name, set, count]).toEqual([name, set, rows.length])
        expect([name, set, await rowsBy(server, name, set)]).toEqual([name, set, rows])
        expect([name, set, await countBy(server, name, set)]).toEqual([name, set, rows.length])
        const counted = await countBy(server, name, set, "?$filter=id ne ''")
        expect([name, set, counted]).toEqual([name, set, rows.length])
        found[`${name} ${set}`] = rows.length
      }
    return found
  }

  test('SY9 is told to nobody else, and equals what a server makes that begins', async () => {
    const found = await compareAll()
    expect(found).toMatchObject({ 'vinh Findings': 3, 'hanh Findings': 4, 'minh Findings': 1 })
    expect(found).toMatchObject({ 'vinh Attendances': 4, 'minh Trainings': 0, 'duc Answers': 0 })
    expect(found['hanh Answers']).toBeGreaterThan(50)
    expect(found['hanh Gates']).toBeGreaterThan(50)
  })

  test('SY9 made ahead, it answers counts without reading things, and tells each no more than before', async () => {
    const { services } = server
    let reads = 0
    const entries = {
      ...services.entries,
      readThings: (...given: Parameters<typeof services.entries.readThings>) => {
        reads += 1
        return services.entries.readThings(...given)
      },
    }
    const counted = { ...services, entries }
    const made = {
      feedWorld: createFeedWorld(counted),
      readDirectory: createDirectoryReader(entries, referenceFeed),
    }
    const app = createApp({ services: counted, leastRefusalMs: 0, ...made })
    const ahead: Asked = {
      browser: () => ({
        ask: async (method, path, init) =>
          app.request(`${services.origin}${path}`, { method, ...(init as RequestInit) }),
      }),
    }
    const sets = ['Answers', 'Findings', 'Responses', 'Steps', 'Gates'] as const
    const fresh = beginAnew(server)
    const asFresh = async (name: Name) => Promise.all(sets.map(set => countBy(fresh, name, set)))
    expect(await warmFeed(counted, made, new AbortController().signal)).toBeGreaterThan(100)
    expect(reads).toBeGreaterThan(10)
    reads = 0
    for (const name of names) {
      const counts: number[] = []
      for (const set of sets) counts.push(await countBy(ahead, name, set))
      expect([name, counts]).toEqual([name, await asFresh(name)])
    }
    expect(reads).toBe(0)
    // Somebody's new name is no reason to make anything anew.
    await services.authority.write(referenceFeed, [
      { type: 'person', thing: 'hanh', field: 'name', value: 'Nông Thị Hạnh (mới)' },
    ])
    expect(await countBy(ahead, 'hanh', 'Answers')).toBeGreaterThan(50)
    expect(reads).toBe(0)
  })

  test('is made anew after a change of the commune, of the units and of the day', async () => {
    const { authority } = server.services
    const request = { grade: 'minor' }
    await authority.write(feedOf('05998'), [
      { type: findingType, thing: findingOf('05998', '7-3'), field: 'moves/m1', value: { to: 'accepted' } },
      { type: findingType, thing: findingOf('05998', '7-9'), field: 'moves/m1', value: { to: 'accepted' } },
      { type: findingType, thing: findingOf('05998', '7-8'), field: 'request', value: request },
      { type: 'training', thing: trainingOf('05998', 't3'), field: 'topic', value: 'docs' },
    ])
    expect(await compareAll(['vinh'])).toMatchObject({ 'vinh Findings': 3, 'vinh Trainings': 3 })

    const unit = server.services.entries.readThing(referenceFeed, unitOf('05998'))
    const value = { ...((await unit)[0]?.value as object), fullName: 'Xã Tên Mới' }
    await authority.write(referenceFeed, [
      { type: 'unit', thing: unitOf('05998'), field: 'unit', value },
      {
        type: 'person',
        thing: 'minh',
        field: 'assignments/a2',
        value: { role: 'communeOfficial', unit: unitOf('05998'), from: unitsFrom, to: null },
      },
    ])
    expect((await rowsBy(server, 'vinh', 'Findings')).map(row => row['unitName'])).toEqual([
      'Xã Tên Mới',
      'Xã Tên Mới',
      'Xã Tên Mới',
    ])
    expect(await compareAll(['minh'])).toMatchObject({ 'minh Findings': 4, 'minh Trainings': 3 })

    const overdue = () => countBy(server, 'vinh', 'Findings', '?$filter=isOverdue')
    expect(await overdue()).toBe(1)
    server.clock.set(Date.parse('2026-12-03T08:00:00+07:00'))
    expect(await overdue()).toBe(2)
    await compareAll(['vinh'])
  })
})
