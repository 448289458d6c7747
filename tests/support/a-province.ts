import citizenForm from '../../src/content/forms/citizen-satisfaction.json' with { type: 'json' }
import trainingForm from '../../src/content/forms/training-attendance.json' with { type: 'json' }
import surveyForm from '../../src/content/forms/survey-baseline.json' with { type: 'json' }
import mandatory from '../../src/content/qms/mandatory-documents.json' with { type: 'json' }
import steps from '../../src/content/qms/steps.json' with { type: 'json' }
import { auditThing, findingThing } from '../../src/domain/audits/audit-number.ts'
import { findingFields, findingType } from '../../src/domain/audits/finding-fields.ts'
import { declarationFields, declarationThing, declarationType } from '../../src/domain/qms/declaration.ts'
import { documentType } from '../../src/domain/qms/document-fields.ts'
import type { StoredThing } from '../../src/domain/qms/gather-facts.ts'
import { roadFields, roadThing, roadType } from '../../src/domain/qms/road-fields.ts'
import { responseFields, responseId, responseType } from '../../src/domain/responses/response-fields.ts'
import { addDays } from '../../src/lib/calendar-day.ts'
import type { JsonValue } from '../../src/lib/json-value.ts'
import { completeAnswers } from './a-survey.ts'
import { seededRandom } from './seeded-random.ts'

/** A field of a thing of a commune's `unit` feed. */
export interface ProvinceField {
  readonly type: string
  readonly thing: string
  readonly field: string
  readonly value: JsonValue
  /** When it was recorded, milliseconds since 1970. */
  readonly at: number
}

export interface ProvinceWish {
  readonly unit: string
  /** Which commune of the province it is; the same number makes the same commune. */
  readonly at: number
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly findings: number
  readonly documents: number
  readonly citizens: number
}

/** Of questions that count, so that whoever lists answers finds them. */
const surveyAnswers = completeAnswers('2018-01-15')
const citizensAnswers = {
  cs_field: 'cert',
  cs_times: '2',
  cs_ontime: 'late',
  cs_sorry: 'yes',
  cs_access: '4',
  cs_proc: '5',
  cs_staff: '4',
  cs_result: '3',
  cs_feedback: '4',
  cs_overall: '4',
  cs_extra: 'no',
  cs_note: 'Cán bộ hướng dẫn tận tình',
}

const programme = 'plan174'
const survey = { id: surveyForm.id, version: surveyForm.version }
const sections = ['s1', 's2', 's3', 's4', 's5', 's6', 's7']
const clauses = [
  '4.2.3',
  '4.2.4',
  '5.4.1',
  '5.6',
  '6.2.2',
  '7.2.1',
  '7.5.1',
  '8.2.1',
  '8.2.2',
  '8.3',
  '8.5.2',
]
const lives = [
  [],
  ['accepted'],
  ['accepted', 'planned'],
  ['accepted', 'planned', 'planApproved', 'done'],
  ['accepted', 'planned', 'planApproved', 'done', 'verified', 'closed'],
]

/** One commune on its road as the fields of its feed: a few are late, some have arrived, findings come from each audit. */
export function aCommuneOfTheProvince(wish: ProvinceWish): readonly ProvinceField[] {
  const { unit, at, today } = wish
  const random = seededRandom(at + 1)
  const chance = (share: number): boolean => random.next() < share
  const below = (count: number): number => Math.floor(random.next() * count)
  const fields: ProvinceField[] = []
  const msOf = (day: string): number => Date.parse(`${day}T09:00:00+07:00`)
  const lastAt = msOf(addDays(today, -below(45)))
  const put = (
    type: string,
    thing: string,
    own: Readonly<Record<string, JsonValue>>,
    when: number = lastAt,
  ): void => {
    for (const [field, value] of Object.entries(own)) fields.push({ type, thing, field, value, at: when })
  }
  // How far along the commune is, 0 to 1.
  const far = random.next()
  const begun = addDays(today, -200 - below(200))

  put(
    roadType,
    roadThing(programme, unit),
    Object.fromEntries(
      steps.map(({ id }, index) => [
        roadFields.step(id),
        { plannedOn: addDays(begun, 25 * (index + 1)), owner: null, note: '' },
      ]),
    ),
  )
  put(
    roadType,
    roadThing(programme, unit),
    Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        roadFields.staff(`p${index}`),
        { name: `Cán bộ ${at}-${index}`, post: '', from: '2017-01-01', to: null },
      ]),
    ),
  )
  for (const { id } of steps.slice(0, Math.floor(far * 15)))
    put(roadType, roadThing(programme, unit), {
      [roadFields.done(id)]: { on: addDays(begun, 20), note: '' },
      [roadFields.evidence(id, 'a'.repeat(64))]: {
        sha256: 'a'.repeat(64),
        type: 'image/jpeg',
        width: 100,
        height: 100,
        size: 1000,
        thumb: 'a'.repeat(64),
      },
    })

  if (far > 0.1) {
    const thing = responseId(programme, survey.id, unit)
    put(responseType, thing, { [responseFields.form]: survey })
    for (const [question, value] of Object.entries(surveyAnswers))
      put(responseType, thing, { [responseFields.answer(question)]: value })
    put(responseType, thing, {
      [responseFields.move('m1')]: { to: 'sent' },
      [responseFields.result('m1')]: {
        total: 60,
        sections: Object.fromEntries(sections.map(section => [section, 30 + below(70)])),
        band: 'medium',
      },
    })
  }
  if (far > 0.2) {
    const present = 5 + below(6)
    put(responseType, responseId(programme, trainingForm.id, unit, 'r1'), {
      [responseFields.form]: { id: trainingForm.id, version: trainingForm.version },
      [responseFields.answer('t_title')]: 'aware',
      [responseFields.answer('t_date')]: addDays(begun, 40),
      ...Object.fromEntries(
        Array.from({ length: present }, (_, index) => [
          [responseFields.answer(`p_name@x${index}`), `Cán bộ ${at}-${index}`],
          [responseFields.answer(`p_session@x${index}`), ['morning']],
        ]).flat(),
      ),
      [responseFields.move('m1')]: { to: 'sent' },
    })
  }
  for (let run = 0; run < wish.citizens; run++) {
    const thing = responseId(programme, citizenForm.id, unit, `r${run}`)
    put(responseType, thing, {
      [responseFields.form]: { id: citizenForm.id, version: citizenForm.version },
      ...Object.fromEntries(
        Object.entries(citizensAnswers).map(([question, value]) => [responseFields.answer(question), value]),
      ),
      [responseFields.move('m1')]: { to: 'sent' },
      [responseFields.result('m1')]: { total: chance(0.8) ? 100 : 0, sections: {}, band: null },
    })
  }
  for (let number = 0; number < wish.documents; number++) {
    const thing = `document.d${number}.${unit}`
    put(documentType, thing, {
      kind: 'procedure',
      mandatory: mandatory[number % mandatory.length]?.id ?? null,
      'text/title': `Tài liệu ${number} của xã thứ ${at}`,
      'text/code': `QT-${number}`,
      'moves/a': { to: 'inReview' },
      ...(far > 0.4 && {
        'moves/b': { to: 'approved' },
        'moves/c': { to: 'issued', decision: '12/QĐ-UBND', issuedOn: addDays(begun, 120) },
      }),
    })
  }
  const name = { year: 2017, audit: `${at + 1}-1`, unit }
  for (let number = 1; number <= wish.findings; number++) {
    const thing = findingThing({ ...name, finding: `1-${number}` })
    const life = lives[below(lives.length)] ?? []
    put(findingType, thing, {
      [findingFields.request]: {
        audit: auditThing(name),
        standard: '2008',
        grade: chance(0.15) ? 'major' : chance(0.8) ? 'minor' : 'ofi',
        clauses: [clauses[below(below(clauses.length) + 1)] ?? '8.3'],
        otherClauses: [],
        requirement: 'Tài liệu được kiểm soát và có mặt ở nơi sử dụng.',
        proof: `Quầy ${number}, hồ sơ ${at}`,
        nature: `Hồ sơ ${number} của xã thứ ${at} chưa có giấy hẹn trả kết quả`,
        area: 'oneStop',
        responsible: '',
        lead: 'p-danhgia',
        raisedOn: addDays(today, -below(120)),
        dueOn: addDays(today, below(90) - 30),
        repeats: [],
      },
      ...Object.fromEntries(life.map((to, index) => [findingFields.move(`m${index}`), { to }])),
      [findingFields.part('owner')]: 'p-caominh',
    })
  }
  if (far > 0.7) {
    const signed = {
      procedures: [{ title: 'Chứng thực', area: 'Tư pháp' }],
      signature: 'b'.repeat(64),
      gates: {},
    }
    put(
      declarationType,
      declarationThing('d1', unit),
      { [declarationFields.standard]: '2008', [declarationFields.signed]: signed },
      Math.min(lastAt, msOf(addDays(today, -below(200)))),
    )
  }
  return fields
}

/** The fields as what a feed holds: the later of two values of one field counts. */
export function toThings(fields: readonly ProvinceField[]): readonly StoredThing[] {
  const last = new Map(
    fields.map((one, at) => [`${one.thing}\n${one.field}`, { ...one, author: 'somebody', order: at + 1 }]),
  )
  return [...Map.groupBy(last.values(), ({ thing }) => thing)].map(([thing, own]) => ({
    type: own[0]?.type ?? '',
    thing,
    fields: own,
  }))
}
