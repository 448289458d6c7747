import { programmeType } from '../../../src/domain/qms/programme.ts'
import { responseFields, responseId } from '../../../src/domain/responses/response-fields.ts'
import { baselineSurvey } from '../../../src/server/app/forms.ts'
import { programmeId, referenceFeed, unitsFrom } from '../../../src/server/app/seed-reference.ts'
import { writeSkipToken } from '../../../src/server/http/odata/skip-token.ts'
import { aSigner, type TestSigner } from '../../support/a-bundle.ts'
import { aPicture, photoValue, tus, upload } from './a-picture.ts'
import { feedOf, unitOf, type Browser, type Name, type TestServer } from './a-server.ts'
import { aTablet, results } from './a-tablet.ts'

/** What lies in Khánh Long only; nobody of elsewhere may ever read one of these words. */
export const canary = {
  answer: 'CANARY-ANSWER',
  note: 'CANARY-NOTE',
  comment: 'CANARY-COMMENT',
  held: 'CANARY-HELD',
  photo: 'CANARY-PHOTO',
  unfinished: 'CANARY-UNFINISHED',
} as const
export const picture = aPicture(canary.photo)
/** Half of it has been uploaded by Khánh Long's official. */
export const unfinished = aPicture(canary.unfinished)
/** What Lan's tablet has signed, and the key of a device that the server has not heard of. */
let signed: { statement: Awaited<ReturnType<TestSigner['sign']>>; publicKey: string }
const forged = aPicture('a picture of the stranger’s own')
export const intruder = 'INTRUDER'

export interface Row {
  /** Asks as somebody; what comes back must not hold anything of Khánh Long. */
  readonly ask: (browser: Browser, person: string) => Promise<Response>
  /** What somebody of Khánh Long, or its officer, does get the same way: else the row could not fail. */
  readonly insiderSees?: string
  readonly insider?: Name
  readonly isPublic?: true
}

/** Each route of the server, some in more than one way: `METHOD path`, `METHOD path, how`. */
export function rowsFor(server: TestServer): Readonly<Record<string, Row>> {
  const tabletOf = (browser: Browser, person: string) => aTablet(server, browser, person, '05998')
  return {
    'GET /api/health': { ask: browser => browser.ask('GET', '/api/health'), isPublic: true },
    'GET /api/demo': { ask: browser => browser.ask('GET', '/api/demo'), isPublic: true },
    'GET /api/session': { ask: browser => browser.ask('GET', '/api/session') },
    'POST /api/sync': {
      ask: (browser, person) => {
        const tablet = tabletOf(browser, person)
        return tablet.send(tablet.request([], { cursors: { [feedOf('05998')]: ['', 0] } }))
      },
      insider: 'lan',
      insiderSees: canary.answer,
    },
    'POST /api/sync, with a change': {
      ask: (browser, person) => {
        const tablet = tabletOf(browser, person)
        const op = tablet.answer('s0_respondent', intruder, { id: `${intruder}-${person}` })
        return tablet.send(tablet.request([op]))
      },
    },
    'GET /api/contacts': {
      ask: browser => browser.ask('GET', '/api/contacts'),
      insider: 'vinh',
      insiderSees: unitOf('05998'),
    },
    'GET /api/held': {
      ask: browser => browser.ask('GET', '/api/held'),
      insider: 'vinh',
      insiderSees: canary.held,
    },
    'GET /api/held, a page': {
      ask: browser => browser.ask('GET', `/api/held?before=9999999999999-${'0'.repeat(64)}`),
      insider: 'vinh',
      insiderSees: canary.held,
    },
    'GET /api/exports/:form': {
      ask: browser => browser.ask('GET', `/api/exports/${baselineSurvey.id}?format=csv`),
      insider: 'vinh',
      insiderSees: canary.answer,
    },
    'GET /api/exports/:form, of the commune': {
      ask: browser =>
        browser.ask('GET', `/api/exports/${baselineSurvey.id}?format=csv&unit=${unitOf('05998')}`),
      insider: 'vinh',
      insiderSees: canary.answer,
    },
    'HEAD /api/exports/:form': {
      ask: browser => browser.ask('HEAD', `/api/exports/${baselineSurvey.id}?format=csv`),
    },
    'GET /api/readiness/:unit': {
      ask: browser => browser.ask('GET', `/api/readiness/${encodeURIComponent(unitOf('05998'))}`),
      insider: 'vinh',
      insiderSees: `"unit":"${unitOf('05998')}","on":`,
    },
    'GET /api/read-tokens': { ask: browser => browser.ask('GET', '/api/read-tokens') },
    'DELETE /api/read-tokens/:id': { ask: browser => browser.ask('DELETE', '/api/read-tokens/x') },
    'POST /api/read-tokens': { ask: browser => withToken(browser, async (_, made) => made) },
    'GET /api/units-changes': { ask: browser => browser.ask('GET', '/api/units-changes') },
    'POST /api/units-changes/preview': {
      ask: browser => browser.post('/api/units-changes/preview', { change: 'langson2025' }),
    },
    'POST /api/units-changes/apply': {
      ask: browser => browser.post('/api/units-changes/apply', { change: 'langson2025', head: 0 }),
    },
    'POST /api/units-changes/undo': {
      ask: browser => browser.post('/api/units-changes/undo', { id: 'unitsChange.x.1' }),
    },
    'GET /odata/v1/*': { ask: feed('/Responses'), insider: 'vinh', insiderSees: '"unitCode":"05998"' },
    'GET /odata/v1/*, answers': { ask: feed('/Answers'), insider: 'lan', insiderSees: canary.answer },
    'GET /odata/v1/*, one answer': {
      ask: feed(`/Answers('${encodeURIComponent(`${surveyOf('05998')}/s0_respondent`)}')`),
      insider: 'vinh',
      insiderSees: canary.answer,
    },
    'GET /odata/v1/*, a page from within': {
      ask: feed(
        `/Answers?$skiptoken=${writeSkipToken({ at: { unit: unitOf('05998'), source: 0, after: '', row: 'x' } })}`,
      ),
      insider: 'vinh',
      insiderSees: canary.answer,
    },
    'GET /odata/v1/*, gates': { ask: feed('/Gates'), insider: 'lan', insiderSees: '"gate":"rd_org_1"' },
    'HEAD /api/files/:sha256': { ask: browser => tus.where(browser, picture.sha256) },
    'HEAD /api/files/:sha256, unfinished': { ask: browser => tus.where(browser, unfinished.sha256) },
    'GET /api/files/:sha256': {
      ask: browser => tus.read(browser, picture.sha256),
      insider: 'vinh',
      insiderSees: canary.photo,
    },
    'GET /api/files/:sha256, unfinished': { ask: browser => tus.read(browser, unfinished.sha256) },
    'POST /api/files': { ask: browser => tus.create(browser, forged) },
    'PATCH /api/files/:sha256': { ask: browser => tus.append(browser, picture.sha256, 0, Buffer.from('x')) },
    'PATCH /api/files/:sha256, unfinished': {
      ask: browser => tus.append(browser, unfinished.sha256, 300, unfinished.bytes.subarray(300)),
    },
    'POST /api/device-keys': {
      ask: (browser, person) =>
        browser.post('/api/device-keys', { device: `tablet-${person}`, publicKey: signed.publicKey }),
    },
    // What the official of Khánh Long has signed, brought by a stranger: taken, and nothing told.
    'POST /api/carried': { ask: browser => browser.post('/api/carried', signed.statement) },
    'POST /api/trail': {
      ask: browser => browser.post('/api/trail', {}),
      insider: 'vinh',
      insiderSees: canary.answer,
    },
    'POST /api/trail, of the commune': {
      ask: browser => browser.post('/api/trail', { unit: unitOf('05998'), text: 'canary' }),
      insider: 'vinh',
      insiderSees: canary.comment,
    },
    'POST /api/trail, a page from within': {
      ask: browser => browser.post('/api/trail', { next: { [feedOf('05998')]: 3 } }),
      insider: 'vinh',
      insiderSees: canary.answer,
    },
    'POST /api/chains': { ask: browser => browser.post('/api/chains', {}) },
    'POST /api/chains, from within': {
      ask: browser => browser.post('/api/chains', { next: { feed: feedOf('05998'), seq: 2 } }),
    },
    'GET /api/people': { ask: browser => browser.ask('GET', '/api/people') },
    'POST /api/people': {
      ask: (browser, person) =>
        browser.post('/api/people', {
          people: [{ username: `x-${person}`, name: 'A newcomer', assignments: [] }],
        }),
    },
    'POST /api/people/:person/name': {
      ask: browser => browser.post('/api/people/lan/name', { name: 'lan' }),
    },
    'POST /api/people/:person/assignments/:assignment': {
      ask: browser =>
        browser.post('/api/people/lan/assignments/a1', {
          assignment: { role: 'communeOfficial', unit: unitOf('05998'), from: unitsFrom, to: null },
        }),
    },
    'POST /api/people/:person/password': {
      ask: browser => browser.post('/api/people/nobody-known/password', {}),
    },
    'POST /api/people/:person/end': { ask: browser => browser.post('/api/people/nobody-known/end', {}) },
    'GET /api/devices': { ask: browser => browser.ask('GET', '/api/devices') },
    'POST /api/devices/:device/revoke': {
      ask: browser => browser.post('/api/devices/nosuch/revoke', {}),
    },
    'POST /api/devices/:device/allow': { ask: browser => browser.post('/api/devices/nosuch/allow', {}) },
    'POST /api/files, for another person': {
      ask: browser => tus.create(browser, forged, forged.bytes.length, 'lan'),
    },
    // Last: they end the session.
    'DELETE /api/session': { ask: browser => browser.ask('DELETE', '/api/session') },
    'POST /api/session/password': {
      ask: (browser, person) =>
        browser.post('/api/session/password', {
          username: `nobody-${person}`,
          password: 'wrong',
          newPassword: 'mật khẩu mới',
        }),
      isPublic: true,
    },
    'POST /api/session': { ask: (browser, person) => browser.signIn(person), isPublic: true },
  }
}

const surveyOf = (code: string): string => responseId(programmeId, baselineSurvey.id, unitOf(code))

/** Makes a read token, asks with it and ends it; who may make none is refused there. */
async function withToken(
  browser: Browser,
  ask: (token: string, made: Response) => Promise<Response>,
): Promise<Response> {
  const made = await browser.post('/api/read-tokens', { name: 'a row of the table' })
  if (made.status !== 201) return made
  const told = (await made.clone().json()) as { token: string; made: { id: string } }
  const answer = await ask(told.token, made)
  await browser.ask('DELETE', `/api/read-tokens/${told.made.id}`)
  return answer
}

const feed =
  (path: string): Row['ask'] =>
  browser =>
    withToken(browser, token =>
      browser.ask('GET', `/odata/v1${path}`, { headers: { authorization: `Bearer ${token}` } }),
    )

export const routeOf = (row: string): string => row.split(',')[0] ?? row

/** What a text has that lies in Khánh Long only. */
export const findCanaries = (text: string): readonly string[] => [
  ...Object.values(canary).filter(word => text.includes(word)),
  ...[picture, unfinished].map(({ sha256 }) => sha256).filter(hash => text.includes(hash)),
  ...(text.includes(`"${unitOf('05998')}":`) ? ['its contact'] : []),
  ...(text.includes(`"unit":"${unitOf('05998')}","on":`) ? ['how ready it is'] : []),
  ...(text.includes('"unitCode":"05998"') ? ['its row in the feed'] : []),
]

/** Lan's survey of Khánh Long, a picture and half of one, and a change of hers that is held. */
export async function plantCanaries(server: TestServer): Promise<void> {
  const lan = await server.signedIn('lan')
  const tablet = aTablet(server, lan, 'lan')
  await server.services.authority.write(referenceFeed, [
    { type: programmeType, thing: programmeId, field: `communes/${unitOf('05998')}`, value: true },
  ])
  await upload(lan, picture)
  await tus.create(lan, unfinished)
  await tus.append(lan, unfinished.sha256, 0, unfinished.bytes.subarray(0, 300))
  await tablet.start()
  const answer = tablet.answer('s0_respondent', canary.answer)
  const planted = await tablet.sync([
    answer,
    tablet.op(responseFields.note('s1_assign'), canary.note),
    tablet.op(responseFields.evidence('s1_assign', picture.sha256), photoValue(picture)),
    tablet.op(responseFields.comment('s1_assign', 'c1'), { text: canary.comment }),
    tablet.answer('nosuchquestion', canary.held),
  ])
  const answered = results(planted).join(', ')
  if (answered !== 'ok, ok, ok, ok, held: unknownField') throw new Error(`not planted: ${answered}`)
  const signer = await aSigner()
  await lan.post('/api/device-keys', { device: 'tablet-lan', publicKey: signer.publicKey })
  signed = {
    publicKey: (await aSigner()).publicKey,
    statement: await signer.sign({ protocol: 1, bundle: 'b', author: 'lan', ops: [answer], files: [] }),
  }
}
