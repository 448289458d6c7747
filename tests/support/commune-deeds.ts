import { firstForm } from '../../src/client/context/forms.ts'
import mandatoryJson from '../../src/content/qms/mandatory-documents.json' with { type: 'json' }
import { findingThing, reportThing } from '../../src/domain/audits/audit-number.ts'
import { findingFields, findingType } from '../../src/domain/audits/finding-fields.ts'
import { splitContent, type ReportContent } from '../../src/domain/audits/report-content.ts'
import { reportFields, reportType } from '../../src/domain/audits/report-fields.ts'
import type { AnswerValue } from '../../src/domain/forms/form-version.ts'
import { declarationFields, declarationThing, declarationType } from '../../src/domain/qms/declaration.ts'
import { documentFields, documentThing, documentType } from '../../src/domain/qms/document-fields.ts'
import { gates } from '../../src/domain/qms/gates.ts'
import {
  managementReviewThing,
  managementReviewType,
  reviewFields,
} from '../../src/domain/qms/management-review.ts'
import { planFrom } from '../../src/domain/qms/plan-from.ts'
import { programmeFields, programmeType } from '../../src/domain/qms/programme.ts'
import { roadFields, roadThing, roadType } from '../../src/domain/qms/road-fields.ts'
import { settingsThing, settingsType } from '../../src/domain/qms/settings.ts'
import { steps } from '../../src/domain/qms/steps.ts'
import { trainingFields, trainingThing, trainingType } from '../../src/domain/qms/training-fields.ts'
import type { JsonValue } from '../../src/lib/json-value.ts'
import { aSentResponse, type Change } from './a-sent-response.ts'
import { completeAnswers } from './a-survey.ts'

export const unit = 'c1@a'
export const feed = `${unit}/unit`
export const referenceFeed = '20@a/reference'
export const programmeId = 'prog'
const photo = { type: 'image/jpeg', size: 9, width: 3, height: 2, thumb: null }
const hashes = ['a', 'b'].map(one => one.repeat(64))
const names = ['Hoàng Văn Thụ', 'Nông Thị Hà', 'Lý Văn Sâm']
const ofRoad = (field: string, value: JsonValue): Change => ({
  type: roadType,
  thing: roadThing(programmeId, unit),
  field,
  value,
})

/** What a person does on a tablet, as changes that are saved together; `n` makes ids and choices. */
export const deeds: Readonly<Record<string, (n: number, today: string) => readonly Change[]>> = {
  staff: (n, today) => [
    ofRoad(roadFields.staff(`s${n % 4}`), {
      name: names[n % 3] ?? '',
      post: '',
      from: n % 2 ? today : '2017-11-01',
      to: null,
    }),
  ],
  scope: n => [
    ofRoad(roadFields.procedure(`p${n % 3}`), n % 5 === 0 ? null : { title: `Thủ tục ${n % 3}`, area: '' }),
  ],
  exclusion: n => [ofRoad(roadFields.exclusion('7.3'), n % 3 === 0 ? null : 'Không thiết kế')],
  gate(n) {
    const gate = gates[n % gates.length]?.id ?? ''
    const judged = { value: n % 3 === 0 ? 'notMet' : 'met', reason: n % 2 ? 'Đã xem tại chỗ' : '' }
    return [ofRoad(roadFields.gate(gate), judged), ofRoad(roadFields.evidence(gate, hashes[0] ?? ''), photo)]
  },
  proof: n => [
    ofRoad(
      roadFields.evidence(gates[n % gates.length]?.id ?? '', hashes[n % 2] ?? ''),
      n % 7 === 0 ? null : photo,
    ),
  ],
  said: (n, today) => {
    const step = steps[n % steps.length]?.id ?? ''
    return [
      ofRoad(roadFields.done(step), { on: today, note: '' }),
      ofRoad(roadFields.evidence(step, hashes[0] ?? ''), photo),
    ]
  },
  plan: (n, today) => [
    ofRoad(roadFields.step(steps[n % 16]?.id ?? ''), {
      plannedOn: n % 2 ? today : '2026-11-01',
      owner: 'lan',
      note: '',
    }),
  ],
  begin(n) {
    const { id, title } = mandatoryJson[n % mandatoryJson.length] ?? { id: '', title: { vi: '' } }
    const thing = { type: documentType, thing: documentThing(id, unit) }
    return [
      { ...thing, field: documentFields.kind, value: 'procedure' },
      { ...thing, field: documentFields.mandatory, value: id },
      { ...thing, field: documentFields.procedure, value: `p${n % 3}` },
      { ...thing, field: documentFields.text('title'), value: title.vi },
      { ...thing, field: documentFields.evidence(1, hashes[1] ?? ''), value: photo },
      { ...thing, field: documentFields.move(`in${n}`), value: { to: 'inReview' } },
    ]
  },
  issue(n, today) {
    const { id } = mandatoryJson[n % mandatoryJson.length] ?? { id: '' }
    const thing = { type: documentType, thing: documentThing(id, unit) }
    return [
      { ...thing, field: documentFields.move(`ok${n}`), value: { to: 'approved' } },
      {
        ...thing,
        field: documentFields.move(`is${n}`),
        value: { to: 'issued', decision: '1', issuedOn: today },
      },
    ]
  },
  training: (n, today) =>
    fill('training_attendance', n, today, { t_title: ['aware', 'docs', 'audit'][n % 3] ?? '' }, names[n % 3]),
  course(n, today) {
    const thing = { type: trainingType, thing: trainingThing(`t${n % 2}`, unit) }
    return [
      { ...thing, field: trainingFields.topic, value: n % 2 ? 'audit' : 'aware' },
      { ...thing, field: trainingFields.day('planned'), value: today },
      {
        ...thing,
        field: trainingFields.attendance(`s${n % 4}`),
        value: { name: names[n % 3] ?? '', post: '' },
      },
      { ...thing, field: trainingFields.day('held'), value: n % 5 ? today : null },
    ]
  },
  quiz: (n, today) => fill('awareness_quiz', n, today, { qz_1: n % 2 ? 'a' : 'b', qz_2: n % 3 ? 'c' : 'd' }),
  documentReview: (n, today) => fill('document_review', n, today, n % 2 ? {} : { dr_gen_2: 'fix' }),
  survey: (n, today) =>
    fill(firstForm.id, n, today, completeAnswers(today, { s3_done: 100, s3_late: n % 9 })),
  evaluation: (n, today) =>
    fill('effectiveness_3m', n, today, {
      ...Object.fromEntries(['1', '2', '3'].map(month => [`ef_late@ef_months.${month}`, 0])),
      'ef_recv@ef_months.1': 50,
      'ef_done@ef_months.1': 50,
      'ef_late@ef_months.1': n % 9,
    }),
  review: (n, today) => {
    const thing = { type: managementReviewType, thing: managementReviewThing(`r${n % 2}`, unit) }
    return [
      { ...thing, field: reviewFields.on, value: today },
      { ...thing, field: reviewFields.text('conclusion'), value: 'Phù hợp' },
      {
        ...thing,
        field: reviewFields.decision(`d${n % 2}`),
        value: { kind: 'system', text: 'Sửa', owner: n % 3 ? 'lan' : null, dueOn: today },
      },
    ]
  },
  confirm: n => [
    {
      type: managementReviewType,
      thing: managementReviewThing(`r${n % 2}`, unit),
      field: reviewFields.confirmed,
      value: true,
    },
  ],
  declare: (n, today) => [
    {
      type: declarationType,
      thing: declarationThing('d', unit),
      field: declarationFields.day('effectiveOn'),
      value: n % 2 ? today : null,
    },
  ],
  act: n => [
    {
      type: findingType,
      thing: aFinding(n),
      field: findingFields.part('dueOn'),
      value: n % 2 ? '2026-12-31' : '2026-11-24',
    },
  ],
}

function fill(
  form: string,
  n: number,
  today: string,
  answers: Readonly<Record<string, AnswerValue>>,
  name?: string,
): readonly Change[] {
  const first = 't_participants.1'
  return aSentResponse({
    programme: programmeId,
    unit,
    form,
    run: `run${n}`,
    today,
    rows: name === undefined ? {} : { t_participants: [{ id: first, parent: null }] },
    answers: { ...answers, ...(name !== undefined && { [`p_name@${first}`]: name }) },
  })
}

const aFinding = (n: number): string =>
  findingThing({ year: 2026, audit: '1-1', finding: `1-${(n % 3) + 1}`, unit })

const hash = 'c'.repeat(64)
const aReport = { type: reportType, thing: reportThing({ year: 2026, audit: '1-1', unit }) }
const contentOf = (n: number): ReportContent => ({
  schema: 'auditReport/1',
  audit: 'audit.2026.1-1.c1@a',
  number: 'c1/2026/1-1',
  unit,
  standard: '2008',
  checklist: null,
  from: '2026-11-20',
  to: '2026-11-21',
  lead: 'aud',
  team: ['aud'],
  timetable: [],
  texts: {},
  checks: [
    {
      item: 'i',
      area: 'oneStop',
      clauses: [n % 2 ? '4.2.3' : '7.3'],
      verdict: 'conform',
      note: '',
      proof: '',
      author: 'aud',
      recordedAt: 1,
      photos: [],
    },
  ],
  findings: [],
  chain: '',
})

/** What comes by the server's own word: what audits issue, and what the province sets. */
export const fromAbove: Readonly<Record<string, (n: number) => readonly [string, Change]>> = {
  finding: n => [
    feed,
    {
      type: findingType,
      thing: aFinding(n),
      field: findingFields.request,
      value: {
        audit: 'audit.2026.1-1.c1@a',
        standard: '2008',
        clauses: ['4.2.3'],
        otherClauses: [],
        requirement: 'x',
        proof: 'x',
        nature: 'x',
        area: 'oneStop',
        responsible: '',
        lead: 'aud',
        raisedOn: '2026-11-20',
        dueOn: '2026-12-20',
        repeats: [],
        grade: n % 2 ? 'major' : 'minor',
      },
    },
  ],
  report: n => [
    feed,
    { ...aReport, field: reportFields.part(0), value: splitContent(contentOf(n))[0] ?? '' },
  ],
  reportHead: () => [
    feed,
    {
      ...aReport,
      field: reportFields.head,
      value: { audit: 'audit.2026.1-1.c1@a', hash, parts: 1, lead: 'aud' },
    },
  ],
  reportSigned: () => [
    feed,
    { ...aReport, field: reportFields.signature('lead'), value: { sha256: hash, hash, opinion: '' } },
  ],
  moved: n => [
    feed,
    {
      type: findingType,
      thing: aFinding(n),
      field: findingFields.move(`v${n}`),
      value: { to: (['accepted', 'planned', 'planApproved', 'cancelled'] as const)[n % 4] ?? '' },
    },
  ],
  settings: n => [
    referenceFeed,
    { type: settingsType, thing: settingsThing, field: 'thresholds/quizAverage', value: n % 2 ? 10 : null },
  ],
  plan: n => [
    referenceFeed,
    {
      type: programmeType,
      thing: programmeId,
      field: programmeFields.plan,
      value: n % 3 ? Object.fromEntries(planFrom(`2026-1${n % 3}-01`)) : null,
    },
  ],
  days: n => [
    referenceFeed,
    { type: settingsType, thing: settingsThing, field: 'thresholds/daysApplied', value: n % 60 },
  ],
}
