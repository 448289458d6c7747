import { baselineSurvey } from '../../src/server/app/forms.ts'
import { programmeId, referenceFeed } from '../../src/server/app/seed-reference.ts'
import { auditThing, findingThing, reportThing } from '../../src/domain/audits/audit-number.ts'
import { feedId } from '../../src/domain/people/feed.ts'
import { responseId } from '../../src/domain/responses/response-fields.ts'
import { settlementTypeOf } from '../../src/sync/protocol/held-settlement.ts'
import {
  heldQuestionField,
  settlementField,
  settlementThing,
} from '../../src/sync/protocol/settlement-name.ts'
import type { JsonValue } from '../../src/lib/json-value.ts'
import { aPicture, type Picture } from '../integration/server/a-picture.ts'
import { feedOf, password, people, unitOf, type Name } from '../integration/server/a-server.ts'
import type { SeededRandom } from '../support/seeded-random.ts'
import type { Asked } from './asked.ts'
import { oddValue } from './odd-values.ts'
import { aUnitsWish } from './units-changes.ts'

/** What the maker of requests remembers, so that they speak of what is there. */
export interface Memory {
  /** Ops that were sent; some come again, as they were or changed. */
  readonly ops: JsonValue[]
  readonly pictures: Sent[]
  nextSeq: number
}

interface Sent {
  readonly picture: Picture
  readonly as: Name
  /** Where the next piece begins, as far as the maker knows. */
  at: number
}

export const freshMemory = (): Memory => ({ ops: [], pictures: [], nextSeq: 1 })

type Make = (random: SeededRandom, memory: Memory, as: Name) => Partial<Asked>

const communes = ['05998', '06190', '06010']
const fields = [
  'form',
  'answers/s0_respondent',
  'answers/s1_villages',
  'answers/s1_assign',
  'answers/nosuch',
  'rows/r/1',
  'answers/s1_assign@1',
  'notes/s1_assign',
  'comments/s1_assign/c1',
  'moves/m1',
  'confirmed/s1_assign',
  'conflicts/x',
  'settled/x',
  'results/m1',
]

const homeOf = (as: Name): string => (people[as].at.length === 5 ? people[as].at : '05998')

/** Mostly one that is taken, once the response has its form. */
function aChange(random: SeededRandom): { readonly field: string; readonly value: JsonValue } {
  if (random.isHit(0.2)) return { field: 'form', value: { ...baselineSurvey } }
  if (random.isHit(0.3)) return { field: random.pick(fields), value: oddValue(random) }
  return random.pick<{ readonly field: string; readonly value: JsonValue }>([
    { field: 'answers/s0_respondent', value: `Lan ${random.below(9)}` },
    { field: 'answers/s1_villages', value: random.below(20) },
    { field: 'notes/s1_assign', value: 'ghi chú' },
    { field: `comments/s1_assign/c${random.below(99)}`, value: { text: 'ý kiến' } },
    { field: `moves/m${random.below(99)}`, value: { to: 'sent', answers: {} } },
  ])
}

/** A change of an audit, its report or a finding: by officers mostly taken, by the commune mostly held. */
function ofAnAudit(random: SeededRandom, unit: string) {
  const name = { year: 2026, audit: `1-${1 + random.below(3)}`, unit }
  const reviewed = { text: 'ý kiến' }
  const whole = random.pick([
    { at: 'audit', field: 'from', value: '2026-11-23' },
    { at: 'audit', field: 'team/vinh', value: { isLead: true } },
    { at: 'audit', field: 'moves/m1', value: { to: 'cancelled', reason: 'x' } },
    { at: 'audit', field: 'verdicts/i1@oneStop', value: 'minor' },
    { at: 'audit', field: 'findings/1-1/grade', value: 'minor' },
    { at: 'audit', field: 'comments/plan/c1', value: reviewed },
    { at: 'auditReport', field: 'content/0', value: '{}' },
    { at: 'auditReport', field: 'head', value: { parts: 1 } },
    { at: 'auditReport', field: 'comments/report/c1', value: reviewed },
    { at: 'finding', field: 'request', value: {} },
    { at: 'finding', field: 'moves/m1', value: { to: 'accepted' } },
    { at: 'finding', field: 'amendments/a1', value: { part: 'grade', value: 'major', reason: 'x' } },
    { at: 'finding', field: 'comments/request/c1', value: reviewed },
  ] as const)
  const { at, field } = whole
  const things = {
    audit: auditThing(name),
    auditReport: reportThing(name),
    finding: findingThing({ ...name, finding: `1-${1 + random.below(3)}` }),
  }
  return {
    feed: feedId(unit, at === 'audit' ? 'audit' : 'unit'),
    type: at,
    thing: things[at],
    field,
    value: random.isHit(0.3) ? oddValue(random) : (whole.value as JsonValue),
  }
}

/** What a reviewer decides or asks about an op that somebody sent, whether it is held or not: by the commune always held. */
function ofAHeldOp(random: SeededRandom, unit: string, seq: number) {
  const feed = feedId(unit, random.pick(['unit', 'audit']))
  const author = random.pick(['lan', 'duc', 'vinh'] as const)
  const value = { result: random.pick(['accepted', 'dismissed', 'deleted']), note: random.pick(['', 'thừa']) }
  return {
    feed,
    type: settlementTypeOf(feed) ?? 'heldWork',
    thing: settlementThing(feed),
    field: random.pick([settlementField, heldQuestionField])({
      op: `f-${author}-${random.below(seq + 1)}`,
      author,
    }),
    value: random.isHit(0.2) ? oddValue(random) : (value as JsonValue),
  }
}

function anOp(random: SeededRandom, memory: Memory, as: Name): JsonValue {
  const known = memory.ops.length > 0 ? random.pick(memory.ops) : undefined
  if (known !== undefined && random.isHit(0.15)) return known
  const seq = memory.nextSeq++
  const commune = random.isHit(0.8) ? homeOf(as) : random.pick(communes)
  const isReference = random.isHit(0.05)
  const op = {
    id: `f-${as}-${seq}`,
    device: `fuzz-${as}`,
    seq,
    group: 'g',
    feed: isReference ? referenceFeed : feedOf(commune),
    type: isReference ? 'form' : 'response',
    thing: isReference ? 'form.x@1' : responseId(programmeId, baselineSurvey.id, unitOf(commune)),
    ...(isReference ? { field: random.pick(['part/0', 'head']), value: 'x' } : aChange(random)),
    ...(!isReference && random.isHit(0.25) && ofAnAudit(random, unitOf(commune))),
    ...(!isReference && random.isHit(0.1) && ofAHeldOp(random, unitOf(commune), seq)),
    hlc: random.below(2 ** 47),
    base: random.pick([null, `f-${as}-${random.below(seq + 1)}`]),
    schema: 1,
  }
  memory.ops.push(op)
  if (memory.ops.length > 60) memory.ops.shift()
  return op
}

/** One that this person began to send, mostly; sometimes another's, sometimes a new one. */
function aPictureOf(random: SeededRandom, memory: Memory, as: Name, newShare: number): Sent {
  const own = memory.pictures.filter(sent => sent.as === as || random.isHit(0.05))
  if (own.length > 0 && !random.isHit(newShare)) return random.pick(own)
  const made = { picture: aPicture(`fuzz ${random.next()}`, 200 + random.below(3_000)), as, at: 0 }
  memory.pictures.push(made)
  if (memory.pictures.length > 30) memory.pictures.shift()
  return made
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const filters = [
  "state eq 'sent'",
  "not (startswith(unitName,'Xã') or contains(unitName,'Long'))",
  'movedAt ge 2026-11-01T00:00:00+07:00 and score gt 1.5e1',
  "unit in ('a','b')",
  'date(movedAt) le 2026-11-30 or movedAt eq null',
]
const feedOptions = [
  '',
  '$count=true',
  '$top=3',
  '$skip=2&$orderby=state desc,unit',
  '$select=id,unit',
  '$format=json',
  '$expand=x',
  '$skiptoken=eyJ9',
]
const feedSets = [
  '',
  '$metadata',
  'Units',
  'Communes',
  'Responses',
  'Answers',
  'Findings',
  'Moves/$count',
  'Trainings',
  'Attendances/$count',
]

/** What the read token of each person of the fuzz is. */
export const tokenOf = (as: Name): string => `token-of-${as}`

/** A valid request for each route there is today. A route that is not in this table gets a guess. */
const makers: Readonly<Record<string, Make>> = {
  'POST /api/session': (random, _, as) => ({
    json: { username: as, password: random.isHit(0.8) ? password : 'wrong', device: 'd1' },
  }),
  // Never one that is right: the others sign in with it.
  'POST /api/session/password': random => ({
    json: {
      username: random.pick(['minh', 'nobody']),
      password: 'wrong',
      newPassword: random.pick(['', 'ngắn', 'mật khẩu mới', 'x'.repeat(2000)]),
      device: 'd1',
    },
  }),
  'POST /api/sync': (random, memory, as) => ({
    json: {
      protocol: 1,
      person: as,
      device: `fuzz-${as}`,
      ops: Array.from({ length: random.below(4) }, () => anOp(random, memory, as)),
      cursors: Object.fromEntries(
        communes.flatMap(code => (random.isHit(0.5) ? [[feedOf(code), ['', random.below(50)]]] : [])),
      ),
      room: random.pick([0, 16_384, 1_000_000]),
      ...(random.isHit(0.3) ? { backup: random.below(9) } : {}),
      ...(random.isHit(0.3) ? { seat: random.below(9) } : {}),
    },
    headers: [
      ['content-type', 'application/json'],
      ['accept-encoding', 'gzip'],
    ],
  }),
  'GET /odata/v1/*': (random, _, as) => ({
    path: `/odata/v1/${random.pick(feedSets)}?$filter=${encodeURIComponent(random.pick(filters))}&${random.pick(feedOptions)}`,
    headers: [['authorization', `Bearer ${random.isHit(0.9) ? tokenOf(as) : 'forged'}`]],
  }),
  'POST /api/trail': random => ({
    json: random.pick<JsonValue>([
      {},
      { text: 'lan', from: '2026-11-01', to: '2026-11-30' },
      { unit: unitOf('05998'), type: 'response', next: { [feedOf('05998')]: random.below(9) } },
      { person: random.pick(['lan', 'nobody']), next: { [referenceFeed]: random.below(900) } },
      { from: oddValue(random), next: oddValue(random) },
    ]),
  }),
  'POST /api/chains': random => ({
    json: random.pick<JsonValue>([
      {},
      { next: { feed: random.pick([feedOf('05998'), referenceFeed, 'nosuch']), seq: random.below(900) } },
      { next: oddValue(random) },
    ]),
  }),
  'GET /api/readiness/:unit': random => ({
    path: `/api/readiness/${encodeURIComponent(unitOf(random.pick([...communes, 'nosuch'])))}`,
  }),
  'POST /api/units-changes/preview': random => ({ json: aUnitsWish(random) }),
  'POST /api/units-changes/apply': random => ({ json: aUnitsWish(random) }),
  'POST /api/units-changes/undo': random => ({
    json: { id: random.isHit(0.8) ? `unitsChange.2027-01-01.${random.below(3)}` : oddValue(random) },
  }),
  'POST /api/people': random => ({
    json: {
      people: [
        {
          username: random.isHit(0.7) ? `x${random.below(999)}` : oddValue(random),
          name: random.isHit(0.8) ? 'Hoàng Lan' : oddValue(random),
          assignments: [
            {
              role: 'communeOfficial',
              unit: unitOf('05998'),
              from: '2026-01-01',
              to: random.isHit(0.9) ? null : oddValue(random),
            },
          ],
        },
      ],
    },
  }),
  'POST /api/people/:person/name': random => ({
    path: `/api/people/${random.pick(['minh', 'nobody'])}/name`,
    json: { name: random.isHit(0.8) ? 'minh' : oddValue(random) },
  }),
  'POST /api/people/:person/assignments/:assignment': random => ({
    path: `/api/people/${random.pick(['minh', 'nobody'])}/assignments/x${random.below(9)}`,
    json: {
      assignment: {
        role: random.pick(['internalAuditor', 'communeLeader', 'nosuch']),
        unit: random.pick([unitOf('06190'), unitOf('180'), 'nosuch']),
        from: random.pick(['2026-01-01', '2027-13-01']),
        to: random.pick([null, '2026-02-01', '2025-01-01']),
      },
    },
  }),
  'POST /api/people/:person/password': random => ({
    path: `/api/people/${random.pick(['nobody', '%00', 'x'.repeat(300)])}/password`,
  }),
  'POST /api/people/:person/end': random => ({
    path: `/api/people/${random.pick(['nobody', '%00', 'x'.repeat(300)])}/end`,
  }),
  'POST /api/devices/:device/revoke': random => ({ path: `/api/devices/gone${random.below(9)}/revoke` }),
  'POST /api/devices/:device/allow': random => ({ path: `/api/devices/gone${random.below(9)}/allow` }),
  'POST /api/read-tokens': random => ({ json: { name: random.isHit(0.8) ? 'Excel' : oddValue(random) } }),
  'GET /api/exports/:form': random => ({
    path: `/api/exports/${random.pick([baselineSurvey.id, 'nosuch'])}?format=${random.pick(['csv', 'zip', 'xlsx', 'pdf'])}${random.pick(['', `&unit=${unitOf('180')}`, '&language=vi', '&state=sent', '&state=,', '&groupNames=1'])}`,
  }),
  'GET /api/files/:sha256': (random, memory, as) => ({
    path: `/api/files/${aPictureOf(random, memory, as, 0.1).picture.sha256}`,
  }),
  'HEAD /api/files/:sha256': (random, memory, as) => ({
    path: `/api/files/${aPictureOf(random, memory, as, 0.1).picture.sha256}`,
  }),
  'POST /api/files': (random, memory, as) => {
    const { picture } = aPictureOf(random, memory, as, 0.5)
    return {
      headers: [
        ['upload-length', String(picture.bytes.length)],
        ['upload-metadata', `sha256 ${base64(picture.sha256)},type ${base64(picture.type)}`],
      ],
    }
  },
  'PATCH /api/files/:sha256': (random, memory, as) => {
    const one = aPictureOf(random, memory, as, 0.05)
    const from = random.isHit(0.8) ? one.at : 0
    const to = Math.min(one.picture.bytes.length, from + 1 + random.below(2_000))
    one.at = to === one.picture.bytes.length ? 0 : to
    return {
      path: `/api/files/${one.picture.sha256}`,
      headers: [
        ['content-type', 'application/offset+octet-stream'],
        ['upload-offset', String(from)],
      ],
      bytes: one.picture.bytes.subarray(from, to),
    }
  },
}

/** `METHOD /pattern` as the app has registered it. */
export function validRequest(route: string, random: SeededRandom, memory: Memory, as: Name): Asked {
  const [method = 'GET', pattern = '/'] = route.split(' ')
  const path = pattern
    .replaceAll(/:\w+(?:\{[^}]*\})?/gu, () => random.pick(['x', 'f'.repeat(64), '1']))
    .replaceAll('*', 'x')
  const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH'
  const guess = hasBody && !(route in makers) ? { json: { a: 1, id: 'x' } } : {}
  const made = makers[route]?.(random, memory, as) ?? guess
  return { route, method, path, headers: [], as, story: [], ...made }
}

/** Requests that nothing but a refusal can answer, and that count nothing, as wrong passwords are counted. */
export const hopelessRequests = (random: SeededRandom, routes: readonly string[]): Asked => {
  const guarded = routes.filter(
    route =>
      route.includes(' /api/') &&
      !/ \/api\/(?:health|demo)$|^POST \/api\/session(?:\/password)?$/u.test(route),
  )
  const asked = validRequest(random.pick(guarded), random, freshMemory(), 'lan')
  const crossSite = { headers: [...asked.headers, ['sec-fetch-site', 'cross-site'] as const], method: 'POST' }
  return {
    ...random.pick([
      { ...asked, as: undefined },
      { ...asked, as: undefined, headers: [...asked.headers, ['cookie', 'isoxa-session=forged'] as const] },
      { ...asked, ...crossSite },
      { ...asked, method: 'POST', path: '/api/sync', bytes: Buffer.from('{"protocol":1'), headers: [] },
      { ...asked, path: '/api/nosuch' },
    ]),
    isHopeless: true,
  }
}
