import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { aServer, faultOf, feedOf, unitOf, type Browser, type TestServer } from './a-server.ts'
import { aTablet } from './a-tablet.ts'

let server: TestServer
beforeEach(async () => {
  server = await aServer()
})
afterEach(() => server.close())

interface Line {
  readonly feed: string
  readonly author: string
  readonly field: string
  readonly value: unknown
  readonly before: unknown
}
interface Page {
  readonly lines: readonly Line[]
  readonly next: Readonly<Record<string, number>> | null
}
const search = async (browser: Browser, wish: object = {}) =>
  (await (await browser.post('/api/trail', wish)).json()) as Page

/** Lan answers in Khánh Long and changes her answer, Minh answers in Bảo Lâm, a minute apart. */
async function answers() {
  const lan = aTablet(server, await server.signedIn('lan'), 'lan')
  await lan.start()
  const first = lan.answer('s0_respondent', 'Triệu Thị Lan')
  await lan.sync([first])
  server.clock.advance(60_000)
  const minh = aTablet(server, await server.signedIn('minh'), 'minh', '06190')
  await minh.start()
  server.clock.advance(60_000)
  await lan.sync([lan.answer('s0_respondent', 'Triệu Thị Lành', { base: first.id })])
  return minh
}

test('a line says who changed which field from what to what, the newest of all communes first', async () => {
  await answers()
  const { lines } = await search(await server.signedIn('hanh'), { type: 'response' })
  expect(lines.map(({ author, field }) => `${author} ${field}`)).toEqual([
    'lan answers/s0_respondent',
    'minh form',
    'lan answers/s0_respondent',
    'lan form',
  ])
  expect(lines[0]).toMatchObject({ value: 'Triệu Thị Lành', before: 'Triệu Thị Lan' })
})

test('the trail is searched by person, commune, day and words without marks', async () => {
  await answers()
  const hanh = await server.signedIn('hanh')
  const authors = async (wish: object) => [
    ...new Set((await search(hanh, wish)).lines.map(line => line.author)),
  ]
  expect(await authors({ person: 'minh' })).toEqual(['minh'])
  expect(await authors({ unit: unitOf('06190') })).toEqual(['minh'])
  expect((await search(hanh, { text: 'trieu thi lanh' })).lines).toHaveLength(1)
  expect((await search(hanh, { from: '2026-11-24' })).lines).toEqual([])
  expect((await search(hanh, { to: '2026-11-22' })).lines).toEqual([])
  expect((await search(hanh, { type: 'response', from: '2026-11-23', to: '2026-11-23' })).lines).toHaveLength(
    4,
  )
})

test('page after page reads every change once, however many there are', async () => {
  await answers()
  await server.services.authority.write(
    referenceFeed,
    Array.from({ length: 180 }, (_, at) => ({
      type: 'person',
      thing: `p${at}`,
      field: 'name',
      value: `N${at}`,
    })),
  )
  const hanh = await server.signedIn('hanh')
  const seen: string[] = []
  let next: Page['next'] | undefined
  for (let pages = 0; pages < 50 && next !== null; pages++) {
    const page = await search(hanh, next ? { next } : {})
    seen.push(...page.lines.map(line => `${line.feed} ${(line as unknown as { seq: number }).seq}`))
    next = page.next
  }
  const heads = await server.services.entries.heads([referenceFeed, feedOf('05998'), feedOf('06190')])
  const all = [...heads.values()].reduce((sum, { head }) => sum + head, 0)
  expect(next).toBeNull()
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(all)
})

test('SY9 an officer reads the trail of the own district only, an administrator that of the province’s own things', async () => {
  await answers()
  const feeds = async (name: 'vinh' | 'bich' | 'duc') => [
    ...new Set((await search(await server.signedIn(name))).lines.map(({ feed }) => feed)),
  ]
  expect(await feeds('vinh')).toEqual([feedOf('05998')])
  expect(await feeds('bich')).toEqual([feedOf('06190')])
  expect(await feeds('duc')).toEqual([referenceFeed])
  expect(await faultOf(await (await server.signedIn('lan')).post('/api/trail', {}))).toBe('403 notYourRole')
})

test('SY9 a change that names a foreign change as the one before is told without it', async () => {
  const minh = await answers()
  const spied = (await search(await server.signedIn('vinh'), { text: 'lanh' })).lines[0] as unknown as {
    seq: number
  }
  const stolen = await server.services.logReader.readBack(feedOf('05998'), spied.seq, 1)
  await minh.sync([minh.answer('s0_respondent', 'Minh', { base: stolen[0]?.op.id ?? '' })])
  const { lines } = await search(await server.signedIn('bich'))
  expect(lines[0]).toMatchObject({ value: 'Minh', before: null })
})

/** As somebody would who has the server's disk. */
function tamper(statement: string): void {
  const database = new DatabaseSync(join(server.dataFolder, 'iso-xa.db'))
  database.exec(statement)
  database.close()
}

interface Verified {
  readonly feeds: number
  readonly results: readonly { readonly feed: string; readonly broken: unknown }[]
  readonly next: object | null
}

test('SY15 the logs are verified part by part, and a changed record is found where it is', async () => {
  await answers()
  const duc = await server.signedIn('duc')
  const verify = async () => {
    const results: Verified['results'][number][] = []
    let next: object | null | undefined
    while (next !== null) {
      const answer = await duc.post('/api/chains', next ? { next } : {})
      const part = (await answer.json()) as Verified
      results.push(...part.results)
      next = part.next
    }
    return results
  }
  const whole = await verify()
  expect(whole.map(({ feed }) => feed).sort()).toEqual(
    [feedOf('05998'), feedOf('06190'), referenceFeed].sort(),
  )
  expect(whole.every(({ broken }) => broken === null)).toBe(true)

  tamper(`update log set record = replace(record, 'Lành', 'Khác') where feed = '${feedOf('05998')}'`)
  expect((await verify()).filter(({ broken }) => broken !== null)).toEqual([
    { feed: feedOf('05998'), records: 3, broken: { type: 'recordChanged', seq: 3 } },
  ])
  expect(await faultOf(await (await server.signedIn('vinh')).post('/api/chains', {}))).toBe('403 notYourRole')
})

test('SY15 a log is verified in pieces as it is in one, and a log that was cut is found', async () => {
  await answers()
  const { logReader } = server.services
  const head = (await logReader.newestOf([referenceFeed])).get(referenceFeed)?.head ?? 0
  let to = 0
  for (let parts = 0; parts < 200; parts++) {
    const part = await logReader.verifyPart(referenceFeed, to, 7)
    expect(part.broken).toBeUndefined()
    to = part.to
    if (part.isWhole) break
  }
  expect(to).toBe(head)
  tamper(`delete from log where feed = '${feedOf('05998')}' and seq = 3`)
  expect(await logReader.verifyPart(feedOf('05998'), 0, 100)).toMatchObject({
    broken: { type: 'tailMissing', seq: 3 },
  })
})
