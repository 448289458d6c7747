import { afterAll, afterEach, describe, expect, test } from 'vitest'
import pilot from '../../../src/content/demo/pilot.json' with { type: 'json' }
import roads from '../../../src/content/demo/roads.json' with { type: 'json' }
import surveys from '../../../src/content/demo/surveys.json' with { type: 'json' }
import { readAudit } from '../../../src/domain/audits/audit.ts'
import { listChecklistItems, listPlannedChecks } from '../../../src/domain/audits/checklist.ts'
import { readFinding } from '../../../src/domain/audits/finding.ts'
import { readReport } from '../../../src/domain/audits/report.ts'
import { directoryTypes, readDirectory } from '../../../src/domain/people/directory.ts'
import { createScope } from '../../../src/domain/people/scope.ts'
import { gatherFacts } from '../../../src/domain/qms/gather-facts.ts'
import { judgeGates, readinessOf } from '../../../src/domain/qms/judge-gates.ts'
import { judgeSteps, type StepStatus } from '../../../src/domain/qms/judge-steps.ts'
import { defaultQmsSettings } from '../../../src/domain/qms/qms-facts.ts'
import { programmeType, readProgramme } from '../../../src/domain/qms/programme.ts'
import { trainingCoverage } from '../../../src/domain/qms/training-coverage.ts'
import { trainingState } from '../../../src/domain/qms/training.ts'
import { responseType } from '../../../src/domain/responses/response-fields.ts'
import { readResponse } from '../../../src/domain/responses/response.ts'
import { readConfig } from '../../../src/server/app/config.ts'
import { openServices, type OpenedServices } from '../../../src/server/app/open-services.ts'
import { seedDemo } from '../../../src/server/app/seed-demo.ts'
import { referenceFeed, seedReference } from '../../../src/server/app/seed-reference.ts'
import { sniffImage } from '../../../src/lib/sniff-image.ts'
import { toStoredFields } from '../../../src/sync/authority/stored-fields.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { feedOf, sha256Of } from './a-server.ts'

let opened: OpenedServices
/** Seeded once, for the tests that only read. */
let sample: OpenedServices | undefined
afterEach(async () => {
  if (opened !== sample) await opened.close()
})
afterAll(() => sample?.close())

async function theSample() {
  if (!sample) {
    await aSeededServer()
    sample = opened
  }
  opened = sample
  return opened.services
}

async function aSeededServer(seed: (opened: OpenedServices) => Promise<unknown> = seedDemo) {
  const config = readConfig({ DATA_DIR: makeTempFolder('data') })
  if (!config.ok) throw new Error(config.error)
  opened = await openServices(config.value, () => undefined)
  await seedReference(opened.services)
  await seed(opened)
  return opened.services
}

const responseOf = async (code: string) =>
  readResponse(
    (await opened.services.entries.readTypes(feedOf(code), [responseType]))
      // Quizzes of people are things beside the survey.
      .filter(({ thing }) => !thing.includes('~'))
      .map(entry => ({ ...entry, order: entry.seq })),
  )

test('a dozen communes stand where the sample says, by the moves of their own people', async () => {
  const { devices } = await theSample()
  const states = { draft: 'draft', sent: 'sent', resent: 'sent', returned: 'returned', approved: 'approved' }
  const movesOf: Readonly<Record<string, readonly string[]>> = {
    draft: [],
    sent: ['sent'],
    returned: ['sent', 'returned'],
    resent: ['sent', 'returned', 'sent'],
    approved: ['sent', 'approved'],
  }
  for (const { commune, end, official, reviewer } of surveys) {
    const response = await responseOf(commune)
    expect({ commune, state: response.state }).toEqual({ commune, state: states[end as keyof typeof states] })
    for (const { to, author } of response.moves)
      expect({ commune, author }).toEqual({ commune, author: to === 'sent' ? official : reviewer })
    expect(response.moves.map(({ to }) => to)).toEqual(movesOf[end])
    expect(response.comments).toHaveLength(end === 'returned' || end === 'resent' ? 2 : 0)
  }
  expect(new Set(surveys.map(({ end }) => end)).size).toBe(5)
  const contacts = await devices.lastContactOfPeople(surveys.map(({ official }) => official))
  const days = [...contacts.values()].map(at => Math.floor((Date.now() - at) / 86_400_000))
  expect([contacts.size, Math.min(...days) >= 1, Math.max(...days) > 14]).toEqual([
    surveys.length,
    true,
    true,
  ])
})

test('the commune to try it out on is empty and takes part', async () => {
  const { entries } = await theSample()
  expect((await responseOf('05998')).form).toBeUndefined()
  const { tree } = readDirectory(await entries.readTypes(referenceFeed, directoryTypes))
  const fields = await entries.readTypes(referenceFeed, [programmeType])
  const programme = readProgramme(pilot.programme, fields)
  const communes = [...programme.communes].map(id => tree.get(id))
  expect(programme.communes.has(feedOf('05998').replace('/unit', ''))).toBe(true)
  expect(communes.every(unit => unit?.kind === 'commune')).toBe(true)
  expect(new Set(communes).size).toBe(50)
  expect([...Map.groupBy(communes, unit => unit?.parent).values()].map(own => own.length)).toEqual(
    Array.from({ length: 10 }, () => 5),
  )
  expect(programme.surveyForm).toBeDefined()
})

test('a photo of the sample is a real picture that its reviewer may see', async () => {
  const { files, fileIndex } = await theSample()
  const resent = surveys.find(({ end }) => end === 'resent')
  const response = await responseOf(resent?.commune ?? '')
  const photos = response.evidence['s1_assign'] ?? {}
  const sha256 = Object.keys(photos)[0] ?? ''
  const bytes = Buffer.concat(await Array.fromAsync((await files.read(sha256)) ?? []))
  expect([sha256Of(bytes), bytes.length, sniffImage(bytes)]).toEqual([
    sha256,
    photos[sha256]?.size,
    'image/png',
  ])
  const seenBy = (code: string) => fileIndex.mayRead(sha256, 'p-caoloc', feed => feed === feedOf(code))
  expect([await seenBy(resent?.commune ?? ''), await seenBy('05998')]).toEqual([true, false])
})

test('the people of the sample can do what the demo needs, and officers do not see each other’s communes', async () => {
  const { entries, dayOf } = await theSample()
  const { tree, assignmentsOf } = readDirectory(await entries.readTypes(referenceFeed, directoryTypes))
  const scopeOf = (person: string) => createScope(assignmentsOf(person), tree, dayOf(Date.now()))
  const reads = (person: string) =>
    scopeOf(person)
      .communesWhere('response.read')
      .map(unit => unit.id)
  const [first, second] = [reads('p-trangdinh'), reads('p-caoloc')]
  expect(first.length).toBeGreaterThan(15)
  expect(first.filter(id => second.includes(id))).toEqual([])
  expect(reads('p-tinh')).toHaveLength(226)
  expect(reads('p-khanhlong')).toHaveLength(1)
  expect(reads('p-quantri')).toEqual([])
})

test('audits of the sample stand where it says: signed with what was done since, planned, and underway', async () => {
  const { entries, fileIndex, formVersions } = await theSample()
  const [checklist] = await formVersions('audit_checklist_2008')
  const items = listChecklistItems(checklist!.form)
  const stored = async (feed: string, type: string) =>
    Map.groupBy(await entries.readTypes(feed, [type]), ({ thing }) => thing)
  const statesOf = async (code: string) => ({
    audits: [...(await stored(feedOf(code).replace('/unit', '/audit'), 'audit')).values()].map(fields => {
      const { state, timetable, checks } = readAudit(toStoredFields(fields))
      const asked = listPlannedChecks(items, timetable)
      return [state, new Set(asked.map(({ item }) => item.id)).size, checks.size > 0]
    }),
    findings: [...(await stored(feedOf(code), 'finding')).values()].map(fields => {
      const { request, state } = readFinding(toStoredFields(fields))
      return [request?.grade, state]
    }),
  })
  expect(await statesOf('06010')).toEqual({
    audits: [
      ['signed', 70, true],
      ['planned', 70, false],
    ],
    findings: [
      ['minor', 'closed'],
      ['minor', 'planApproved'],
      ['ofi', 'noted'],
      ['strength', 'noted'],
    ],
  })
  const communes = [await statesOf('06022'), await statesOf('06037')]
  expect(communes.map(({ audits }) => audits.map(([state]) => state))).toEqual([
    ['signed', 'underway'],
    ['signed'],
  ])
  expect(communes.flatMap(({ findings }) => findings.map(([, state]) => state))).toEqual([
    'done',
    'accepted',
    'disputed',
    'raised',
    'noted',
  ])

  for (const fields of (await stored(feedOf('06010'), 'auditReport')).values()) {
    const { head, text, content, signatures } = readReport(toStoredFields(fields))
    expect([head?.hash, content?.findings.length]).toEqual([sha256Of(Buffer.from(text)), 4])
    expect(content?.chain).toMatch(/^[0-9a-f]{64}$/u)
    expect([signatures.lead?.author, signatures.auditee?.author]).toEqual(['p-danhgia', 'p-chutich'])
    for (const signature of [signatures.lead, signatures.auditee]) {
      expect(signature?.hash).toBe(head?.hash)
      const own = (feed: string) => feed === feedOf('06010')
      expect(await fileIndex.mayRead(signature?.sha256 ?? '', 'p-caominh', own)).toBe(true)
    }
  }
})

async function factsOf(code: string) {
  const { entries, dayOf } = opened.services
  const types = [
    'training',
    'road',
    'document',
    'managementReview',
    'declaration',
    'auditReport',
    responseType,
  ]
  const things = Map.groupBy(await entries.readTypes(feedOf(code), types), ({ thing }) => thing)
  return gatherFacts(
    [...things].map(([thing, fields]) => ({
      type: fields[0]?.type ?? '',
      thing,
      fields: toStoredFields(fields),
    })),
    {
      unit: feedOf(code).replace('/unit', ''),
      programme: readProgramme(pilot.programme, await entries.readTypes(referenceFeed, [programmeType])),
      dayOf,
      findForm: () => undefined,
      checklist: undefined,
    },
  )
}

test('training of the sample: one session held, one to come, two people still to be trained, quizzes graded by the server', async () => {
  const { dayOf } = await theSample()
  const facts = await factsOf('06010')
  const today = dayOf(Date.now())
  expect([...facts.trainings.values()].map(one => trainingState(one, today)).sort()).toEqual([
    'held',
    'planned',
  ])
  const untrained = trainingCoverage(facts, 'aware', today).filter(({ sessions }) => sessions.length === 0)
  expect(untrained.map(({ id }) => id)).toEqual(['huong', 'khoa'])
  expect(facts.quizzes.map(({ person, total }) => [person, Math.round(total)])).toEqual([
    ['hien', 100],
    ['luc', 92],
    ['quy', 58],
  ])
})

test('roads of the sample: a dozen communes are planned, some are late, one has been silent for long, one has declared', async () => {
  const { dayOf } = await theSample()
  const today = dayOf(Date.now())
  const stands = new Map<string, readonly StepStatus[]>()
  for (const { commune } of roads.communes) {
    const unit = { id: commune, from: '2017-10-15', to: null }
    const programme = { ...readProgramme(pilot.programme, []), communes: new Set([commune]) }
    stands.set(commune, judgeSteps(await factsOf(commune), defaultQmsSettings, today, programme, unit))
  }
  const done = (commune: string) =>
    (stands.get(commune) ?? []).filter(({ state }) => state === 'done' || state === 'said').length
  const daysLate = [...stands.values()].map(steps => Math.max(...steps.map(one => one.daysLate)))
  expect(stands.size).toBeGreaterThanOrEqual(12)
  expect(daysLate.filter(days => days > 0).length).toBeGreaterThan(5)
  expect(daysLate.filter(days => days === 0).length).toBeGreaterThan(3)
  expect(['06088', '06226', '06049', '06214', '06238'].map(done)).toEqual([0, 3, 4, 7, 14])
  const at = (commune: string, step: string) => stands.get(commune)?.find(one => one.step.id === step)?.state
  expect([at('06049', 's05'), at('06214', 's08'), at('06238', 's15')]).toEqual(['begun', 'begun', 'open'])
  expect(readinessOf(judgeGates(await factsOf('06238'), defaultQmsSettings, today))).toBe('ready')
  expect(readinessOf(judgeGates(await factsOf('06214'), defaultQmsSettings, today))).toBe('notReady')
})

describe('seeding again', () => {
  const state = async ({ services: { entries, accounts } }: OpenedServices) => {
    const feeds = [referenceFeed, feedOf('05998'), ...surveys.map(({ commune }) => feedOf(commune))]
    return {
      heads: [...(await entries.heads(feeds)).values()].map(({ feed, head, checksum }) => ({
        feed,
        head,
        checksum,
      })),
      accounts: await accounts.list(),
    }
  }

  test('changes nothing', async () => {
    await aSeededServer()
    const before = await state(opened)
    const told = await seedDemo(opened)
    expect(await state(opened)).toEqual(before)
    expect(told).toHaveLength(10)
  })

  test.each([1, 20, 60, 125])('goes on after a cut at step %i as if there had been none', async step => {
    await aSeededServer(async given => {
      let steps = 0
      const cut: OpenedServices = {
        ...given,
        authorityAt: nowMs => {
          steps += 1
          if (steps === step) throw new Error('cut')
          return given.authorityAt(nowMs)
        },
      }
      await expect(seedDemo(cut)).rejects.toThrow('cut')
      await new Promise(resolve => setTimeout(resolve, 5))
      await seedDemo(given)
    })
    const resumed = await state(opened)
    const held = await opened.services.entries.listHeld({
      author: 'p-caominh',
      feeds: [],
      most: 9,
      bytes: 9,
    })
    expect(held).toEqual([])
    await opened.close()
    await theSample()
    const straight = await state(opened)
    expect(resumed.heads.map(({ feed, head }) => [feed, head])).toEqual(
      straight.heads.map(({ feed, head }) => [feed, head]),
    )
  })
})
