import mapping from '../../../src/content/units/langson-2025.json' with { type: 'json' }
import units from '../../../src/content/units/langson-2017.json' with { type: 'json' }
import { baselineSurvey } from '../../../src/server/app/forms.ts'
import { referenceFeed, unitsFrom } from '../../../src/server/app/seed-reference.ts'
import { textOf, unitOf, type Browser, type TestServer } from './a-server.ts'

export const oldCommunes = units.filter(({ kind }) => kind === 'commune')
export const oldDistricts = units.filter(({ kind }) => kind === 'district')

interface Inhabitant {
  readonly id: string
  readonly role: string
  /** Code of 2017. */
  readonly at: string
}

/** An official in each commune, an officer in each district; heads and auditors here and there. */
export const inhabitants: readonly Inhabitant[] = [
  ...oldCommunes.map(({ code }) => ({ id: `official-${code}`, role: 'communeOfficial', at: code })),
  ...oldCommunes
    .filter((_, at) => at % 6 === 0)
    .map(({ code }) => ({ id: `leader-${code}`, role: 'communeLeader', at: code })),
  ...oldCommunes
    .filter((_, at) => at % 20 === 0)
    .map(({ code }) => ({ id: `auditor-${code}`, role: 'internalAuditor', at: code })),
  ...oldDistricts.map(({ code }) => ({ id: `officer-${code}`, role: 'districtOfficer', at: code })),
]

export const canaryOf = (code: string): string => `canary-${code}`

/** Fills the whole province: people, and in each commune a response, a finding, a document and an audit. */
export async function settleProvince(server: TestServer): Promise<void> {
  const { authority, accounts } = server.services
  await authority.write(
    referenceFeed,
    inhabitants.flatMap(({ id, role, at }) => [
      { type: 'person', thing: id, field: 'name', value: id },
      {
        type: 'person',
        thing: id,
        field: 'assignments/a1',
        value: { role, unit: unitOf(at), from: unitsFrom, to: null },
      },
    ]),
  )
  for (const { id } of inhabitants)
    await accounts.create({ person: id, username: id, passwordHash: 'hash of mật khẩu đúng' })
  for (const { code, id } of oldCommunes) {
    const canary = canaryOf(code)
    await authority.write(`${id}/unit`, [
      {
        type: 'response',
        thing: `response.plan174.survey_baseline.${id}`,
        field: 'form',
        value: { ...baselineSurvey },
      },
      {
        type: 'response',
        thing: `response.plan174.survey_baseline.${id}`,
        field: 'notes/s1',
        value: canary,
      },
      { type: 'finding', thing: `finding.${code}`, field: 'action/cause', value: canary },
      { type: 'document', thing: `document.policy.${id}`, field: 'text/title', value: canary },
    ])
    await authority.write(`${id}/audit`, [
      { type: 'audit', thing: `audit.${code}`, field: 'text/scope', value: `${canary}-audit` },
    ])
  }
}

/** Everything that a person's tablet gets of the communes, page by page, as it came. */
export async function pullAll(
  server: TestServer,
  browser: Browser,
  person: string,
): Promise<ReadonlyMap<string, string>> {
  const { entries } = server.services
  const reference = (await entries.heads([referenceFeed])).get(referenceFeed)
  const cursors: Record<string, [string, number]> = reference
    ? { [referenceFeed]: [reference.epoch, reference.head] }
    : {}
  const pulled = new Map<string, string>()
  for (let more = true; more;) {
    const answer = await browser.post('/api/sync', {
      protocol: 1,
      person,
      device: `tablet-${person}`,
      ops: [],
      cursors,
      room: 1_000_000,
    })
    const text = await textOf(answer)
    if (answer.status !== 200) throw new Error(`${person}: ${answer.status} ${text}`)
    const { pages } = JSON.parse(text) as {
      pages: { feed: string; epoch: string; cursor: number; more: boolean; entries: unknown[] }[]
    }
    more = pages.some(page => page.more)
    for (const page of pages) {
      cursors[page.feed] = [page.epoch, page.cursor]
      if (page.feed === referenceFeed) continue
      pulled.set(page.feed, (pulled.get(page.feed) ?? '') + JSON.stringify(page.entries))
    }
  }
  return pulled
}

/** Codes of the communes of which there is anything in what was pulled. */
export const canariesIn = (
  pulled: ReadonlyMap<string, string>,
  mark = /canary-(\d{5})"/gu,
): readonly string[] =>
  [
    ...new Set([...pulled.values()].flatMap(text => [...text.matchAll(mark)].map(([, code]) => code ?? ''))),
  ].sort()

/** The reform as the test understands it: who keeps the records of each commune, from the file alone. */
export const keepersWith = (choices: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    mapping.moves.map(({ from, to }) => [from, to.length === 1 ? (to[0] ?? '') : (choices[from] ?? '')]),
  )
