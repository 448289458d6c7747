import { auditFields, auditType, signatureSlot } from '../../../../src/domain/audits/audit-fields.ts'
import { auditThing, findingThing, reportThing } from '../../../../src/domain/audits/audit-number.ts'
import { readAudit } from '../../../../src/domain/audits/audit.ts'
import { findingFields, findingType } from '../../../../src/domain/audits/finding-fields.ts'
import { readFinding } from '../../../../src/domain/audits/finding.ts'
import { issueFinding } from '../../../../src/domain/audits/issue-finding.ts'
import { reportFields, reportType, type Signer } from '../../../../src/domain/audits/report-fields.ts'
import { readReport } from '../../../../src/domain/audits/report.ts'
import { compileForm } from '../../../../src/domain/forms/compile-form.ts'
import type { FormVersion } from '../../../../src/domain/forms/form-version.ts'
import type { Assignment } from '../../../../src/domain/people/assignment.ts'
import { createScope } from '../../../../src/domain/people/scope.ts'
import { sha256OfText } from '../../../../src/lib/sha256-of-text.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import type { EntryStore } from '../../../../src/sync/authority/entry-store.ts'
import { toStoredFields } from '../../../../src/sync/authority/stored-fields.ts'
import { hlcOfMs } from '../../../../src/sync/protocol/hlc.ts'
import type { Op } from '../../../../src/sync/protocol/op.ts'
import type { Answer } from '../../../../src/sync/protocol/wire.ts'
import { aCommune, noon, results, today, tree } from './a-commune.ts'

const text = { vi: 'x', en: 'x' }
const verdictList = ['conform', 'ofi', 'minor', 'major', 'na', 'not_checked']
const question = (id: string, clause: string, interviewee?: string) => ({
  id,
  type: 'select_one' as const,
  label: text,
  required: true,
  list: 'verdict',
  options: verdictList.map(value => ({ value, label: text })),
  clause: [clause],
  ...(interviewee && { parameters: { interviewee } }),
})

/** Two items for the one-stop shop, one for leaders, one for everybody. */
export const checklist: FormVersion = {
  schema: 'form/1',
  id: 'checklist',
  version: '1',
  kind: 'audit_checklist',
  title: text,
  choiceLists: { verdict: verdictList.map(value => ({ value, label: text })) },
  sections: [
    {
      id: 's1',
      title: text,
      items: [
        question('i1', '4.2.3', 'onestop'),
        question('i2', '8.2.1', 'onestop'),
        question('i3', '5.6', 'leader'),
        question('i4', '4.2.4'),
      ],
    },
  ],
}
const compiled = compileForm(checklist)
if (!compiled.ok) throw new Error(`the checklist of the test does not compile: ${JSON.stringify(compiled)}`)

const held = (person: string, given: Partial<Assignment> & Pick<Assignment, 'role'>): Assignment => ({
  id: `${person}-${given.role}`,
  person,
  unit: 'c1@a',
  from: '2020-01-01',
  to: null,
  ...given,
})

/** Who is who in the commune c1 and around it. */
export const staff = {
  nam: [held('nam', { role: 'internalAuditor' })],
  van: [held('van', { role: 'internalAuditor' })],
  /** An auditor who works at the commune's justice desk. */
  own: [
    held('own', { role: 'internalAuditor' }),
    held('own', { role: 'communeOfficial', areas: ['justice'] }),
  ],
  lan: [held('lan', { role: 'communeOfficial', areas: ['oneStop'] })],
  minh: [held('minh', { role: 'communeOfficial' })],
  thao: [held('thao', { role: 'communeLeader' })],
  vinh: [held('vinh', { role: 'districtOfficer', unit: '180@a' })],
  hanh: [held('hanh', { role: 'provinceCoordinator', unit: '20@a' })],
  duc: [held('duc', { role: 'administrator', unit: '20@a' })],
  other: [held('other', { role: 'communeLeader', unit: 'c2@a' })],
} as const satisfies Record<string, readonly Assignment[]>
export type Name = keyof typeof staff
const isName = (person: string): person is Name => Object.hasOwn(staff, person)
export const directory = {
  tree,
  assignmentsOf: (person: string): readonly Assignment[] => (isName(person) ? staff[person] : []),
}
export const everybody = Object.keys(staff) as readonly Name[]

export const unit = 'c1@a'
export const name = { year: 2026, audit: '4-1', unit }
export const audit = auditThing(name)
export const report = reportThing(name)
export const finding = (number: string): string => findingThing({ ...name, finding: number })
export const sha = (digit: string): string => digit.repeat(64)
export const photo = { type: 'image/png', size: 5, width: 2, height: 2, thumb: null }

const places = {
  audit: { feed: `${unit}/audit`, type: auditType },
  report: { feed: `${unit}/unit`, type: reportType },
  finding: { feed: `${unit}/unit`, type: findingType },
} as const

export type Said = readonly [field: string, value: JsonValue]

/** The authority of a commune that is audited by nam, who leads, and van. */
export function anAudit(store?: EntryStore) {
  const commune = aCommune(store, {
    findForm: ({ id }) => (id === checklist.id && compiled.ok ? compiled.value : undefined),
  })
  const { authority, clock, entries } = commune
  let count = 0

  function op(at: keyof typeof places, thing: string, [field, value]: Said, given: Partial<Op> = {}): Op {
    const seq = ++count
    const own = { id: `op-${seq}`, device: 'd', seq, group: 'g', base: null, schema: 1 }
    return { ...own, ...places[at], thing, field, value, hlc: hlcOfMs(clock.ms) + seq, ...given }
  }
  async function push(person: Name, ...ops: readonly Op[]): Promise<readonly Answer[]> {
    const speaker = { person, scope: createScope(staff[person], tree, today), directory }
    const request = { protocol: 1, person, device: `dev-${person}`, cursors: {}, room: 1_000_000 }
    return (await authority.sync(speaker, { ...request, ops })).answers
  }
  const say = async (
    person: Name,
    at: keyof typeof places,
    thing: string,
    ...said: readonly Said[]
  ): Promise<readonly string[]> => results(await push(person, ...said.map(one => op(at, thing, one))))

  /** The server's own word: nothing is judged. */
  const put = (
    at: keyof typeof places,
    thing: string,
    said: readonly Said[],
    author: Name = 'nam',
  ): Promise<number> =>
    authority.write(
      places[at].feed,
      said.map(([field, value]) => ({ type: places[at].type, thing, field, value })),
      author,
    )
  const fieldsOf = async (at: keyof typeof places, thing: string) =>
    toStoredFields((await entries(places[at].feed)).filter(entry => entry.thing === thing))

  return {
    ...commune,
    op,
    push,
    say,
    put,
    readAudit: async () => readAudit(await fieldsOf('audit', audit)),
    readReport: async () => readReport(await fieldsOf('report', report)),
    readFinding: async (thing: string) => readFinding(await fieldsOf('finding', thing)),
    fieldsOf,
  }
}

const row = (area: string, auditor: string, clauses: readonly string[]) => ({
  area,
  auditor,
  clauses,
  host: '',
  day: '2026-11-23',
  start: '08:00',
  end: '11:00',
  note: '',
})

/** A whole plan for the one-stop shop and the leaders. */
export const plan: readonly Said[] = [
  ['checklist', { id: checklist.id, version: checklist.version }],
  ['from', '2026-11-23'],
  ['to', '2026-11-24'],
  [auditFields.team('nam'), { isLead: true }],
  [auditFields.team('van'), { isLead: false }],
  [auditFields.timetable('t1'), row('oneStop', 'van', ['4.2.3', '4.2.4', '8.2.1'])],
  [auditFields.timetable('t2'), row('leadership', 'nam', ['5.6'])],
]
export const planned: Said = [auditFields.move('m1'), { to: 'planned' }]
export const begun: Said = [auditFields.move('m2'), { to: 'underway' }]

/** Every check that the plan asks for, answered. */
export const fieldwork: readonly Said[] = [
  [auditFields.verdict('i1@oneStop'), 'minor'],
  [auditFields.note('i1@oneStop'), 'Bản cũ còn treo'],
  [auditFields.proof('i1@oneStop'), 'Bảng niêm yết 2014'],
  [auditFields.verdict('i2@oneStop'), 'conform'],
  [auditFields.verdict('i3@leadership'), 'conform'],
  [auditFields.verdict('i4@oneStop'), 'conform'],
]

const draft = (number: string, grade: string): readonly Said[] => [
  [auditFields.finding(number, 'grade'), grade],
  [auditFields.finding(number, 'clauses'), ['4.2.3']],
  [auditFields.finding(number, 'area'), 'oneStop'],
  [auditFields.finding(number, 'requirement'), 'Bản hiện hành'],
  [auditFields.finding(number, 'proof'), 'Bảng niêm yết 2014'],
  [auditFields.finding(number, 'nature'), 'Tài liệu lỗi thời'],
]
export const drafts: readonly Said[] = [...draft('4-1', 'minor'), ...draft('5-1', 'ofi')]
const content = JSON.stringify({ schema: 'auditReport/1', audit })
/** Of the report's content. */
export const hash = sha256OfText(content)
/** The picture of the lead's signature, as the audit has it. */
export const drawn: Said = [auditFields.evidence(signatureSlot, sha('b')), photo]
export const signed: Said = [auditFields.move('m3'), { to: 'signed', hash, signature: sha('b') }]
export const head: Said = [reportFields.head, { audit, hash, parts: 1, lead: 'nam' }]
export const part: Said = [reportFields.part(0), content]
/** The same picture, or the auditee's, as the report has it. */
export const shown = (signer: Signer): Said => [reportFields.evidence(signer, sha('b')), photo]
export const signature = (of = hash, opinion = ''): JsonValue => ({ sha256: sha('b'), hash: of, opinion })

/** The request of a draft finding of the sample. */
export function requestOf(number: string, given: Record<string, JsonValue> = {}): Said {
  const { findings } = readAudit(
    drafts.map(([field, value], order) => ({ field, value, author: 'nam', at: noon, order })),
  )
  const draftFinding = findings.get(number)
  const issued =
    draftFinding &&
    issueFinding(draftFinding, {
      name,
      standard: '2008',
      lead: 'nam',
      raisedOn: '2026-11-24',
      dueOn: '2026-12-24',
      repeats: [],
    })
  if (!issued) throw new Error(`there is no draft ${number}`)
  return [findingFields.request, { ...issued, ...given }]
}
