import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditFields, auditType } from '../../../src/domain/audits/audit-fields.ts'
import { auditThing, findingThing } from '../../../src/domain/audits/audit-number.ts'
import { findingFields, findingType } from '../../../src/domain/audits/finding-fields.ts'
import { feedId } from '../../../src/domain/people/feed.ts'
import type { JsonValue } from '../../../src/lib/json-value.ts'
import { referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { aPicture, photoValue, tus, upload } from './a-picture.ts'
import { aServer, feedOf, password, textOf, unitOf, type Browser, type TestServer } from './a-server.ts'
import { aTablet, results } from './a-tablet.ts'

const unit = unitOf('05998')
const auditFeed = feedId(unit, 'audit')
const name = { year: 2026, audit: '1-1', unit }
const audit = { feed: auditFeed, type: auditType, thing: auditThing(name) }
const finding = { feed: feedOf('05998'), type: findingType, thing: findingThing({ ...name, finding: '1-1' }) }
const canary = { draft: 'CANARY-DRAFT', held: 'CANARY-HELD' }
const draftPhoto = aPicture('a photo that only the auditors have')
const issuedPhoto = aPicture('a photo that went out with a finding')

describe.each(['sqlite', 'postgres'] as const)('SY9 what auditors work on, on %s', engine => {
  let server: TestServer
  const browsers = new Map<string, Browser>()

  async function enter(person: string, role: string, at: string): Promise<void> {
    const value = { role, unit: unitOf(at), from: '2017-10-15', to: null }
    await server.services.authority.write(referenceFeed, [
      { type: 'person', thing: person, field: 'assignments/a1', value },
    ])
    await server.services.accounts.create({ person, username: person, passwordHash: `hash of ${password}` })
    const browser = server.browser()
    expect((await browser.signIn(person)).status).toBe(200)
    browsers.set(person, browser)
  }
  const of = (person: string): Browser => browsers.get(person)!
  const tabletOf = (person: string) => aTablet(server, of(person), person)

  beforeAll(async () => {
    server = await aServer({ engine })
    await enter('nam', 'internalAuditor', '05998')
    await enter('thao', 'communeLeader', '05998')
    await enter('stranger', 'internalAuditor', '06190')
    for (const person of ['lan', 'minh', 'vinh', 'bich', 'hanh', 'duc'] as const)
      browsers.set(person, await server.signedIn(person))
    await upload(of('nam'), draftPhoto)
    await upload(of('nam'), issuedPhoto)
    const row = { area: 'oneStop', auditor: 'nam', clauses: ['4.2.3'], day: '2026-11-23' }
    const plan: readonly (readonly [string, JsonValue])[] = [
      ['checklist', { id: 'audit_checklist_2008', version: '1.0.0' }],
      ['from', '2026-11-23'],
      ['to', '2026-11-23'],
      [auditFields.team('nam'), { isLead: true }],
      [auditFields.timetable('t1'), { ...row, host: '', start: '08:00', end: '11:00', note: '' }],
      [auditFields.move('m1'), { to: 'planned' }],
      [auditFields.move('m2'), { to: 'underway' }],
      [auditFields.note('i1@oneStop'), canary.draft],
      [auditFields.evidence('i1@oneStop', draftPhoto.sha256), photoValue(draftPhoto)],
      [auditFields.evidence('finding:1-1', issuedPhoto.sha256), photoValue(issuedPhoto)],
      ['nosuch', canary.held],
    ]
    const nam = tabletOf('nam')
    const said = await nam.sync(plan.map(([field, value]) => nam.op(field, value, audit)))
    const answered = results(said).join(', ')
    if (answered !== `${'ok, '.repeat(10)}held: unknownField`) throw new Error(`not planted: ${answered}`)
  })
  afterAll(() => server.close())

  const pulled = async (person: string): Promise<string> =>
    JSON.stringify(await tabletOf(person).sync([], { cursors: { [auditFeed]: ['', 0] } }))
  const statusOf = async (person: string, sha256: string): Promise<number> =>
    (await tus.read(of(person), sha256)).status

  const team = ['nam', 'vinh', 'hanh']
  const others = ['lan', 'thao', 'minh', 'bich', 'duc', 'stranger']

  test('is read by the auditors of the commune and those who review it', async () => {
    for (const person of team) {
      expect([person, (await pulled(person)).includes(canary.draft)]).toEqual([person, true])
      expect([person, await statusOf(person, draftPhoto.sha256)]).toEqual([person, 200])
    }
    for (const person of ['vinh', 'hanh'])
      expect(await textOf(await of(person).ask('GET', '/api/held'))).toContain(canary.held)
  })

  test('is never read by the commune itself, nor by anybody else: text, photos, what was held', async () => {
    for (const person of others) {
      const text = await pulled(person)
      expect([person, text.includes(canary.draft), text.includes(`"feed":"${auditFeed}"`)]).toEqual([
        person,
        false,
        false,
      ])
      for (const { sha256 } of [draftPhoto, issuedPhoto])
        expect([person, await statusOf(person, sha256)]).toEqual([person, 404])
      expect(await textOf(await of(person).ask('GET', '/api/held'))).not.toContain(canary.held)
    }
  })

  test('is not written by them either, whatever feed they name', async () => {
    for (const person of others) {
      const tablet = tabletOf(person)
      const said = await tablet.sync([
        tablet.op(auditFields.note('i1@oneStop'), 'INTRUDER', { ...audit, id: `${person}-a` }),
        tablet.op(auditFields.note('i1@oneStop'), 'INTRUDER', {
          ...audit,
          id: `${person}-b`,
          feed: feedOf('05998'),
        }),
        tablet.op(auditFields.evidence('i1@oneStop', draftPhoto.sha256), photoValue(draftPhoto), {
          ...finding,
          id: `${person}-c`,
        }),
      ])
      expect([person, results(said).every(one => one.startsWith('held'))]).toEqual([person, true])
      expect([person, await statusOf(person, draftPhoto.sha256)]).toEqual([person, 404])
    }
    expect(await pulled('nam')).not.toContain('INTRUDER')
  })

  test('a photo that goes out with a finding is read by the commune from then on, the others stay', async () => {
    // The server's own word stands for a signed report: what is asked here is who reads the photo.
    await server.services.authority.write(
      finding.feed,
      [
        {
          ...finding,
          field: findingFields.request,
          value: {
            audit: audit.thing,
            standard: '2008',
            grade: 'minor',
            clauses: ['4.2.3'],
            otherClauses: [],
            requirement: 'x',
            proof: 'x',
            nature: 'x',
            area: 'oneStop',
            responsible: '',
            lead: 'nam',
            raisedOn: '2026-11-23',
            dueOn: null,
            repeats: [],
          },
        },
      ],
      'nam',
    )
    const nam = tabletOf('nam')
    const evidence = nam.op(findingFields.evidence('request', issuedPhoto.sha256), photoValue(issuedPhoto), {
      ...finding,
      id: 'nam-issues',
      seq: 900,
    })
    expect(results(await nam.sync([evidence]))).toEqual(['ok'])
    for (const person of ['lan', 'thao', ...team])
      expect([person, await statusOf(person, issuedPhoto.sha256)]).toEqual([person, 200])
    for (const person of ['minh', 'bich', 'duc', 'stranger'])
      expect([person, await statusOf(person, issuedPhoto.sha256)]).toEqual([person, 404])
    for (const person of ['lan', 'thao'])
      expect([person, await statusOf(person, draftPhoto.sha256)]).toEqual([person, 404])
  })
})
