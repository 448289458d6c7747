import { auditFields, auditType, signatureSlot } from '../../../src/domain/audits/audit-fields.ts'
import { auditThing, findingThing, reportThing } from '../../../src/domain/audits/audit-number.ts'
import { readAudit, type Audit } from '../../../src/domain/audits/audit.ts'
import { auditStates } from '../../../src/domain/audits/audit-state.ts'
import { findingFields, findingType } from '../../../src/domain/audits/finding-fields.ts'
import { issueFinding } from '../../../src/domain/audits/issue-finding.ts'
import { reportFields, reportType } from '../../../src/domain/audits/report-fields.ts'
import { feedId } from '../../../src/domain/people/feed.ts'
import { sha256OfText } from '../../../src/lib/sha256-of-text.ts'
import type { JsonValue } from '../../../src/lib/json-value.ts'
import type { Change } from '../../../src/sync/replica/replica-store.ts'
import { formName } from '../commune.ts'
import type { Seat } from '../tablet/seat.ts'
import { save } from './save.ts'
import { readsOf } from './staff.ts'
import type { World } from './world.ts'

type Said = readonly [field: string, value: JsonValue]

const number = '1-1'
/** Of the picture of a signature. */
const drawn = 'a'.repeat(64)
const picture = { type: 'image/png', size: 5, width: 2, height: 2, thumb: null }
const nameIn = (commune: string) => ({ year: 2026, audit: number, unit: commune })

/** Something that an auditor, a reviewer or the commune's head does about the one audit of a commune. */
export async function audit(world: World, seat: Seat): Promise<void> {
  const { chance, staff } = world
  const reads = [...readsOf(staff, seat.person)].filter(commune => commune !== 'c3')
  const commune = reads.length > 0 && chance.isHit(0.1) ? chance.pick(reads) : 'c1'
  if (seat.person === 'thao') return save(world, seat, asHead(world, commune))
  await save(
    world,
    seat,
    seat.person === 'nam' ? await asLead(world, seat, commune) : asReviewer(world, commune),
  )
}

const inAudit = (commune: string, said: readonly Said[]): readonly Change[] =>
  changesOf(feedId(commune, 'audit'), auditType, auditThing(nameIn(commune)), said)
const inFinding = (commune: string, said: readonly Said[]): readonly Change[] => {
  const thing = findingThing({ ...nameIn(commune), finding: number })
  return changesOf(feedId(commune, 'unit'), findingType, thing, said)
}
const inReport = (commune: string, said: readonly Said[]): readonly Change[] =>
  changesOf(feedId(commune, 'unit'), reportType, reportThing(nameIn(commune)), said)
const changesOf = (feed: string, type: string, thing: string, said: readonly Said[]): readonly Change[] =>
  said.map(([field, value]) => ({ feed, type, thing, field, value }))

const text = (world: World, commune: string): string => `${commune}#${world.newId()}`
/** What a report says; `#` as in every text, so that a leak would be seen. */
const contentOf = (commune: string): string =>
  JSON.stringify({ text: `${commune}#report`, schema: 'auditReport/1', audit: auditThing(nameIn(commune)) })
const moveTo = (world: World, commune: string, to: string): Said => [
  auditFields.move(world.newId()),
  { to, reason: 'x', hash: sha256OfText(contentOf(commune)), signature: drawn },
]

/** Mostly what the audit's state asks for, as far as this tablet knows it. */
async function asLead(world: World, seat: Seat, commune: string): Promise<readonly Change[]> {
  const { rows } = await seat.home.look()
  const own = rows.filter(row => row.thing === auditThing(nameIn(commune)))
  const known = readAudit(
    own.map(({ field, value, author, at, seq }) => ({ field, value, author, at, order: seq })),
  )
  const state = world.chance.isHit(0.85) ? known.state : world.chance.pick(auditStates)
  switch (state) {
    case 'draft':
    case 'cancelled':
      return inAudit(commune, [...plan, moveTo(world, commune, 'planned')])
    case 'planned':
      return inAudit(commune, [moveTo(world, commune, 'underway')])
    case 'underway':
      return world.chance.isHit(0.6) ? fieldwork(world, commune) : signing(world, commune, known)
    case 'signed':
      return issued(commune, known)
  }
}

const plan: readonly Said[] = [
  ['checklist', { ...formName }],
  ['from', '2026-11-23'],
  ['to', '2026-11-23'],
  [auditFields.team('nam'), { isLead: true }],
  [
    auditFields.timetable('t1'),
    {
      area: 'oneStop',
      clauses: ['4.2'],
      auditor: 'nam',
      host: '',
      day: '2026-11-23',
      start: '08:00',
      end: '09:00',
      note: '',
    },
  ],
]

const fieldwork = (world: World, commune: string): readonly Change[] =>
  inAudit(commune, [
    [auditFields.verdict('i1@oneStop'), world.chance.pick(['conform', 'minor'])],
    [auditFields.note('i1@oneStop'), text(world, commune)],
    [auditFields.proof('i1@oneStop'), text(world, commune)],
    [auditFields.finding(number, 'grade'), world.chance.pick(['minor', 'ofi'])],
    [auditFields.finding(number, 'clauses'), ['4.2']],
    [auditFields.finding(number, 'area'), 'oneStop'],
    [auditFields.finding(number, 'requirement'), text(world, commune)],
    [auditFields.finding(number, 'proof'), text(world, commune)],
    [auditFields.finding(number, 'nature'), text(world, commune)],
  ])

const signing = (world: World, commune: string, known: Audit): readonly Change[] => [
  ...inAudit(commune, [
    [auditFields.evidence(signatureSlot, drawn), picture],
    moveTo(world, commune, 'signed'),
  ]),
  ...issued(commune, known),
]

function issued(commune: string, known: Audit): readonly Change[] {
  const draft = known.findings.get(number)
  const given = {
    name: nameIn(commune),
    standard: known.standard,
    lead: 'nam',
    raisedOn: '2026-11-23',
    dueOn: null,
    repeats: [],
  }
  const request = draft && issueFinding(draft, given)
  const hash = sha256OfText(contentOf(commune))
  return [
    ...inReport(commune, [
      [reportFields.part(0), contentOf(commune)],
      [reportFields.head, { audit: auditThing(nameIn(commune)), hash, parts: 1, lead: 'nam' }],
      [reportFields.evidence('lead', drawn), picture],
      [reportFields.signature('lead'), { sha256: drawn, hash, opinion: '' }],
    ]),
    ...(request ? inFinding(commune, [[findingFields.request, { ...request }]]) : []),
  ]
}

/** Also before what it is about has come: the head signs on the auditors' tablet. */
function asHead(world: World, commune: string): readonly Change[] {
  const { chance } = world
  const to = chance.pick(['accepted', 'disputed', 'planned', 'planApproved'])
  const move: Said = [
    findingFields.move(world.newId()),
    { to, reason: text(world, commune), signature: drawn },
  ]
  const part: Said = [
    findingFields.part(chance.pick(['cause', 'correction', 'action'])),
    text(world, commune),
  ]
  if (chance.isHit(0.3))
    return inReport(commune, [
      [reportFields.evidence('auditee', drawn), picture],
      [
        reportFields.signature('auditee'),
        { sha256: drawn, hash: sha256OfText(contentOf(commune)), opinion: text(world, commune) },
      ],
    ])
  return inFinding(commune, [
    [findingFields.evidence('signature', drawn), picture],
    ...(chance.isHit(0.5) ? [move] : [part, move]),
  ])
}

const asReviewer = (world: World, commune: string): readonly Change[] =>
  world.chance.isHit(0.5)
    ? inAudit(commune, [[auditFields.comment('plan', world.newId()), { text: text(world, commune) }]])
    : inReport(commune, [[reportFields.comment('report', world.newId()), { text: text(world, commune) }]])
