import { auditFields, auditType } from '../../../src/domain/audits/audit-fields.ts'
import { auditThing, findingThing } from '../../../src/domain/audits/audit-number.ts'
import { findingFields, findingType } from '../../../src/domain/audits/finding-fields.ts'
import type { FindingRequest } from '../../../src/domain/audits/finding-request.ts'
import { feedId } from '../../../src/domain/people/feed.ts'
import { declarationThing, declarationType } from '../../../src/domain/qms/declaration.ts'
import { documentThing, documentType } from '../../../src/domain/qms/document-fields.ts'
import { managementReviewThing, managementReviewType } from '../../../src/domain/qms/management-review.ts'
import { roadThing, roadType } from '../../../src/domain/qms/road-fields.ts'
import { trainingThing, trainingType } from '../../../src/domain/qms/training-fields.ts'
import { programmeType } from '../../../src/domain/qms/programme.ts'
import { programmeId, referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { completeAnswers } from '../../support/a-survey.ts'
import { feedOf, unitOf, type Browser, type Name, type TestServer } from './a-server.ts'
import { aTablet } from './a-tablet.ts'

export interface FeedPage {
  readonly '@odata.context': string
  readonly '@odata.count'?: number
  readonly '@odata.nextLink'?: string
  readonly value: readonly Readonly<Record<string, string | number | boolean | null>>[]
}

export const root = '/odata/v1'

/** A token that a person has just made in the app. */
export async function makeToken(browser: Browser, name = 'Excel'): Promise<string> {
  const answer = await browser.post('/api/read-tokens', { name })
  if (answer.status !== 201) throw new Error(`no token: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { token: string }).token
}

interface Asked {
  readonly browser: () => Pick<Browser, 'ask'>
}

/** Asks the feed as a program does that knows nothing but its token. */
export const askFeed = (
  server: Asked,
  token: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  server.browser().ask('GET', `${root}${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } })

export async function readFeed(
  server: Asked,
  token: string,
  path: string,
  headers?: Readonly<Record<string, string>>,
): Promise<FeedPage> {
  const answer = await askFeed(server, token, path, headers)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as FeedPage
}

/** All pages, as their links tell. */
export async function followFeed(
  server: Asked,
  token: string,
  path: string,
  size: number,
): Promise<readonly FeedPage[]> {
  const pages: FeedPage[] = []
  for (let next: string | undefined = path; next !== undefined;) {
    const page: FeedPage = await readFeed(server, token, next, { prefer: `odata.maxpagesize=${size}` })
    pages.push(page)
    if (pages.length > 500) throw new Error(`${path} never ends`)
    next = page['@odata.nextLink']?.split(root)[1]
  }
  return pages
}

export const findingOf = (code: string, number: string): string =>
  findingThing({ year: 2026, audit: '4-1', finding: number, unit: unitOf(code) })

export const trainingOf = (code: string, id: string): string => trainingThing(id, unitOf(code))

const aRequest = (code: string, given: Partial<FindingRequest>): FindingRequest => ({
  audit: auditThing({ year: 2026, audit: '4-1', unit: unitOf(code) }),
  standard: '2008',
  grade: 'minor',
  clauses: ['4.2.3'],
  otherClauses: ['7.5.3'],
  requirement: 'Tài liệu phải được kiểm soát',
  proof: 'Sổ tay không có số ban hành',
  nature: 'Chưa kiểm soát tài liệu',
  area: 'oneStop',
  responsible: 'Văn phòng',
  lead: 'danhgia',
  raisedOn: '2026-11-02',
  dueOn: '2026-12-02',
  repeats: [],
  ...given,
})

/** Surveys of Khánh Long and Bảo Lâm; in Khánh Long an audit with findings, and something of its road; a finding in Bảo Lâm. */
export async function plantWork(server: TestServer): Promise<void> {
  await fillSurvey(server, 'lan', '05998')
  await fillSurvey(server, 'minh', '06190')
  const { authority } = server.services
  await authority.write(
    referenceFeed,
    ['05998', '06190', '06010'].map(code => {
      return { type: programmeType, thing: programmeId, field: `communes/${unitOf(code)}`, value: true }
    }),
  )
  const field = (thing: string, name: string, value: object | string) =>
    ({ type: findingType, thing, field: name, value: value as never }) as const
  await authority.write(feedOf('05998'), [
    field(findingOf('05998', '7-1'), 'request', aRequest('05998', { dueOn: '2026-11-20' })),
    field(findingOf('05998', '7-2'), 'request', aRequest('05998', { grade: 'major', repeats: ['x'] })),
    field(findingOf('05998', '7-3'), 'request', aRequest('05998', { grade: 'ofi', dueOn: null, area: null })),
    field(findingOf('05998', '7-2'), findingFields.move('m1'), { to: 'accepted', signature: 'a'.repeat(64) }),
  ])
  const unit = unitOf('05998')
  await authority.write(feedOf('05998'), [
    {
      type: roadType,
      thing: roadThing(programmeId, unit),
      field: 'steps/s03',
      value: { plannedOn: '2026-11-20' },
    },
    ...Object.entries({
      kind: 'policy',
      mandatory: 'policy',
      'text/title': 'Chính sách chất lượng',
      'moves/m1': { to: 'inReview' },
      'moves/m2': { to: 'approved' },
      'moves/m3': { to: 'issued', decision: '12/QĐ-UBND', issuedOn: '2026-11-10' },
    }).map(([name, value]) => ({
      type: documentType,
      thing: documentThing('policy', unit),
      field: name,
      value,
    })),
    ...Object.entries({
      topic: 'docs',
      'days/planned': '2026-11-18',
      'days/held': '2026-11-19',
      hours: 3.5,
      'text/place': 'Hội trường',
      'invited/p1': true,
      'invited/p2': true,
      'attendance/p1': { name: 'Nông Thị Mười', post: 'Văn phòng' },
      'attendance/guest1': { name: 'Hoàng Văn Bảy', post: '' },
    }).map(([name, value]) => ({ type: trainingType, thing: trainingOf('05998', 't1'), field: name, value })),
    ...Object.entries({ topic: 'audit', 'days/planned': '2026-12-08', 'invited/p2': true }).map(
      ([name, value]) => ({ type: trainingType, thing: trainingOf('05998', 't2'), field: name, value }),
    ),
    ...Object.entries({
      on: '2026-11-12',
      'decisions/d1': { kind: 'system', text: 'Sửa sổ tay', dueOn: '2026-11-20' },
      'decisions/d2': { kind: 'resources', text: 'Mua giá hồ sơ', dueOn: '2026-12-20' },
    }).map(([name, value]) => ({
      type: managementReviewType,
      thing: managementReviewThing('r1', unit),
      field: name,
      value,
    })),
    ...Object.entries({
      standard: '2008',
      'text/number': '05/CB-UBND',
      'days/effectiveOn': '2026-11-22',
    }).map(([name, value]) => ({
      type: declarationType,
      thing: declarationThing('c1', unit),
      field: name,
      value,
    })),
  ])
  await authority.write(feedOf('06190'), [
    field(findingOf('06190', '7-1'), 'request', aRequest('06190', { raisedOn: '2026-10-01' })),
  ])
  const audit = auditThing({ year: 2026, audit: '4-1', unit: unitOf('05998') })
  const set = (name: string, value: object | string) =>
    ({ type: auditType, thing: audit, field: name, value: value as never }) as const
  await authority.write(feedId(unitOf('05998'), 'audit'), [
    set('from', '2026-11-02'),
    set('to', '2026-11-03'),
    set(auditFields.move('m1'), { to: 'planned' }),
  ])
}

async function fillSurvey(server: TestServer, name: Name, code: string): Promise<void> {
  const browser = await server.signedIn(name)
  const tablet = aTablet(server, browser, name, code)
  await tablet.start()
  const answers = completeAnswers('2026-11-23', { s0_respondent: `Người của ${code}, “o’Neil”` })
  await tablet.sync(Object.entries(answers).map(([id, value]) => tablet.answer(id, value)))
  if (code === '05998') await tablet.sync([tablet.op('moves/m1', { to: 'sent', sent: sentOf(answers) })])
}

const sentOf = (answers: object) => ({ answers, notes: {}, files: {} }) as never
