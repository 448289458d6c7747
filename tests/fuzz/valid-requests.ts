import { baselineSurvey } from '../../src/server/app/forms.ts'
import { programmeId, referenceFeed } from '../../src/server/app/seed-reference.ts'
import { responseId } from '../../src/domain/responses/response-fields.ts'
import type { JsonValue } from '../../src/lib/json-value.ts'
import { aPicture, type Picture } from '../integration/server/a-picture.ts'
import { feedOf, password, people, unitOf, type Name } from '../integration/server/a-server.ts'
import type { SeededRandom } from '../support/seeded-random.ts'
import type { Asked } from './asked.ts'
import { oddValue } from './odd-values.ts'

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

/** A valid request for each route there is today. A route that is not in this table gets a guess. */
const makers: Readonly<Record<string, Make>> = {
  'POST /api/session': (random, _, as) => ({
    json: { username: as, password: random.isHit(0.8) ? password : 'wrong', device: 'd1' },
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
    },
    headers: [
      ['content-type', 'application/json'],
      ['accept-encoding', 'gzip'],
    ],
  }),
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

/** Requests that nothing but a refusal can answer. */
export const hopelessRequests = (random: SeededRandom, routes: readonly string[]): Asked => {
  const guarded = routes.filter(
    route => route.includes(' /api/') && !/ \/api\/(?:health|demo)$|^POST \/api\/session$/u.test(route),
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
