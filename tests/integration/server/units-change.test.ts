import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedId } from '../../../src/domain/people/feed.ts'
import { canonicalJson } from '../../../src/server/database/canonical-json.ts'
import { seedReference, referenceFeed } from '../../../src/server/app/seed-reference.ts'
import {
  canariesIn,
  inhabitants,
  keepersWith,
  oldCommunes,
  oldDistricts,
  pullAll,
  settleProvince,
} from './a-reform.ts'
import { aServer, faultOf, password, textOf, unitOf, type Browser, type TestServer } from './a-server.ts'
import { aTablet, results } from './a-tablet.ts'

const districtOf = new Map(
  oldCommunes.map(({ code, parent }) => [code, oldDistricts.find(({ id }) => id === parent)?.code]),
)
const communesIn = (code: string): readonly string[] =>
  oldCommunes.map(one => one.code).filter(one => one === code || districtOf.get(one) === code)

interface Choosing {
  readonly type: string
  readonly code: string
  readonly options: readonly { readonly code: string }[]
}

describe.each(['sqlite', 'postgres'] as const)('a reform of units on %s', engine => {
  // The other engine holds the same, so a share of them looks there: who reads what is asked of all on the first one.
  const watched = engine === 'sqlite' ? inhabitants : inhabitants.filter((_, at) => at % 9 === 0)
  let server: TestServer
  let admin: Browser
  const browsers = new Map<string, Browser>()

  const ask = async (path: string, json: unknown): Promise<Record<string, unknown>> =>
    JSON.parse(await textOf(await admin.post(`/api/units-changes/${path}`, json))) as Record<string, unknown>

  beforeAll(async () => {
    server = await aServer({ engine })
    await settleProvince(server)
    admin = await server.signedIn('duc')
  }, 120_000)
  afterAll(() => server.close())

  async function browserOf(id: string): Promise<Browser> {
    const known = browsers.get(id)
    if (known) return known
    const browser = server.browser()
    const answer = await browser.signIn(id, password)
    if (answer.status !== 200) throw new Error(`${id} cannot sign in: ${answer.status}`)
    browsers.set(id, browser)
    return browser
  }

  /** What each person pulls, as one text for each feed. */
  async function pullEverybody(): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    const pulled = new Map<string, ReadonlyMap<string, string>>()
    for (const { id } of watched) pulled.set(id, await pullAll(server, await browserOf(id), id))
    return pulled
  }

  async function countThings(): Promise<number> {
    const { entries } = server.services
    const things = new Set<string>()
    for (const { id } of oldCommunes)
      for (const feed of [feedId(id, 'unit'), feedId(id, 'audit')])
        for (const { thing } of await entries.readTypes(feed, ['response', 'finding', 'document', 'audit']))
          things.add(thing)
    return things.size
  }

  const referenceNow = async (): Promise<readonly string[]> =>
    (await server.services.entries.readTypes(referenceFeed, ['unit', 'person', 'programme']))
      .filter(({ value }) => value !== null)
      .map(({ thing, field, value }) => `${thing} ${field} ${canonicalJson(value)}`)
      .sort()

  test('SY9 the 2025 reorganisation of the whole province is carried out, undone and done again', async () => {
    const open = await ask('preview', { change: 'langson2025' })
    const problems = open['problems'] as readonly Choosing[]
    expect(problems.map(({ type }) => type).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'noKeeper'),
      ...Array.from({ length: 10 }, () => 'noSuccessor'),
    ])
    const choices = Object.fromEntries(
      problems.map(({ code, options: [first] }) => [code, first?.code ?? '']),
    )
    const keepers = keepersWith(choices)
    const things = await countThings()
    expect(things).toBe(4 * 226)
    const wasReference = await referenceNow()
    const before = await pullEverybody()
    for (const { id, at } of watched)
      expect([id, canariesIn(before.get(id) ?? new Map())]).toEqual([id, communesIn(at)])

    const preview = await ask('preview', { change: 'langson2025', choices })
    expect(preview).toMatchObject({ type: 'preview', on: '2025-07-01' })
    expect((preview['begun'] as unknown[]).length).toBe(65)
    expect((preview['ended'] as { kind: string }[]).filter(({ kind }) => kind === 'commune').length).toBe(226)
    expect(Object.keys(preview['work'] as object).length).toBe(226)
    expect(await referenceNow()).toEqual(wasReference)
    const { head } = preview
    expect(await ask('apply', { change: 'langson2025', choices, head: Number(head) - 1 })).toEqual({
      type: 'movedOn',
    })
    const applied = await ask('apply', { change: 'langson2025', choices, head })
    expect(applied['type']).toBe('applied')

    const isReadAfter = await readByModel(keepers)
    expect(await countThings()).toBe(things)
    await goOnWithOpenWork(keepers)
    const afterWork = await pullEverybody()

    // A server that starts again must not bring the units of 2017 back.
    const settled = await referenceNow()
    await seedReference(server.services)
    expect(await referenceNow()).toEqual(settled)

    expect(await ask('undo', { id: applied['id'] })).toMatchObject({ type: 'undone' })
    expect(await referenceNow()).toEqual(wasReference)
    const undone = await pullEverybody()
    const touched = `${unitOf('05971')}/unit`
    for (const [id, feeds] of before) {
      const now = undone.get(id) ?? new Map<string, string>()
      expect([id, [...now.keys()].sort()]).toEqual([id, [...feeds.keys()].sort()])
      const changed = [...feeds].filter(([feed, text]) => feed !== touched && now.get(feed) !== text)
      expect([id, changed.map(([feed]) => feed)]).toEqual([id, []])
    }
    expect(await ask('undo', { id: applied['id'] })).toEqual({ type: 'unknownChange' })

    const again = await ask('preview', { change: 'langson2025', choices })
    expect(await ask('apply', { change: 'langson2025', choices, head: again['head'] })).toMatchObject({
      type: 'applied',
    })
    expect(await pullEverybody()).toEqual(afterWork)
    expect(await referenceNow()).toEqual(settled)
    expect(isReadAfter).toBe(watched.length)
  }, 120_000)

  /** Who reads what, from the file alone: everybody whose work is now in V reads what V keeps, and nobody anything else. */
  async function readByModel(keepers: ReadonlyMap<string, string>): Promise<number> {
    const after = await pullEverybody()
    for (const { id, at, role } of watched) {
      const now = new Set(communesIn(at).map(code => keepers.get(code)))
      const kept = oldCommunes.map(({ code }) => code).filter(code => now.has(keepers.get(code)))
      const pulled = after.get(id) ?? new Map<string, string>()
      expect([id, canariesIn(pulled)]).toEqual([id, kept])
      const audits = canariesIn(pulled, /canary-(\d{5})-audit/gu)
      const reads = role === 'internalAuditor' || role === 'districtOfficer'
      expect([id, audits]).toEqual([id, reads ? kept : []])
    }
    return after.size
  }

  /** The successor's people go on at the old thing; those of another unit are held, and read nothing of it. */
  async function goOnWithOpenWork(keepers: ReadonlyMap<string, string>): Promise<void> {
    const near = oldCommunes.find(
      ({ code }) => code !== '05971' && keepers.get(code) === keepers.get('05971'),
    )
    const far = oldCommunes.find(({ code }) => keepers.get(code) !== keepers.get('05971'))
    const at = {
      feed: `${unitOf('05971')}/unit`,
      thing: `response.plan174.survey_baseline.${unitOf('05971')}`,
    }
    for (const [code, said] of [
      [near?.code, 'ok'],
      [far?.code, 'held: outOfScope'],
    ] as const) {
      const id = `official-${code}`
      const tablet = aTablet(server, await browserOf(id), id)
      const sent = await tablet.sync([tablet.answer('s0_respondent', `written by ${id}`, at)])
      expect(results(sent)).toEqual([said])
    }
  }

  test('only an administrator of the province changes units', async () => {
    const officer = await server.signedIn('hanh')
    for (const path of ['preview', 'apply', 'undo'])
      expect(await faultOf(await officer.post(`/api/units-changes/${path}`, {}))).toBe('403 notYourRole')
    expect(await faultOf(await officer.ask('GET', '/api/units-changes'))).toBe('403 notYourRole')
    expect(await faultOf(await admin.post('/api/units-changes/preview', { change: { on: 5 } }))).toBe(
      '400 badRequest',
    )
  })

  test('an undo is refused with what leans on the change: work, roles and values that came later', async () => {
    const { authority } = server.services
    const list = JSON.parse(await textOf(await admin.ask('GET', '/api/units-changes'))) as {
      changes: { id: string; isUndone: boolean }[]
    }
    expect(list.changes.map(({ isUndone }) => isUndone)).toEqual([true, false])
    const id = list.changes.at(-1)?.id
    const unit = '05977@2025-07-01'
    const document = { type: 'document', thing: 'document.new', field: 'text/title', value: 'mới' }
    const training = { type: 'training', thing: 'training.new', field: 'topic', value: 'aware' }
    await authority.write(`${unit}/unit`, [document, training, { ...training, field: 'hours', value: 4 }])
    const elsewhere = '05986@2025-07-01'
    const other = { type: 'programme', thing: 'other' }
    await authority.write(referenceFeed, [{ ...other, field: `communes/${elsewhere}`, value: true }])
    const role = { role: 'communeLeader', unit, from: '2026-01-01', to: null }
    await authority.write(referenceFeed, [
      { type: 'person', thing: 'newcomer', field: 'assignments/a1', value: role },
    ])
    const moved = (await server.services.entries.readThing(referenceFeed, 'official-05977')).find(
      ({ field }) => field === 'assignments/05977-communeOfficial-2025-07-01',
    )
    await authority.write(referenceFeed, [
      {
        type: 'person',
        thing: 'official-05977',
        field: moved?.field ?? '',
        value: { ...(moved?.value as object), to: '2026-10-01' },
      },
    ])
    const wasReference = await referenceNow()
    const refused = await ask('undo', { id })
    expect(refused).toEqual({
      type: 'obstacles',
      obstacles: expect.arrayContaining([
        { type: 'unitUsed', unit, things: { document: 1, training: 1 } },
        { type: 'joinedSince', unit: elsewhere, programme: 'other' },
        { type: 'assignedSince', unit, person: 'newcomer' },
        { type: 'changedSince', kind: 'person', thing: 'official-05977', field: moved?.field },
      ]),
    })
    expect((refused['obstacles'] as unknown[]).length).toBe(4)
    expect(await referenceNow()).toEqual(wasReference)
  })
})
