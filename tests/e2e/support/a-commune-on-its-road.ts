import quizKey from '../../../src/content/forms-private/awareness-quiz-key.json' with { type: 'json' }
import mandatoryJson from '../../../src/content/qms/mandatory-documents.json' with { type: 'json' }
import { documentFields, documentThing, documentType } from '../../../src/domain/qms/document-fields.ts'
import { gates } from '../../../src/domain/qms/gates.ts'
import { roadFields, roadThing, roadType } from '../../../src/domain/qms/road-fields.ts'
import type { JsonValue } from '../../../src/lib/json-value.ts'
import { vietnamDayOf } from '../../../src/lib/vietnam-time.ts'
import { hlcOfMs } from '../../../src/sync/protocol/hlc.ts'
import type { Op } from '../../../src/sync/protocol/op.ts'
import { completeAnswers } from '../../support/a-survey.ts'
import { aSentResponse, type Change } from '../../support/a-sent-response.ts'
import { openApi, type Api } from './api.ts'

export const commune = '06010@2017-10-15'
export const programme = 'plan174'
const feed = `${commune}/unit`
const day = 86_400_000
const photo = { type: 'image/jpeg', size: 9, width: 3, height: 2, thumb: null }
const hash = 'a'.repeat(64)
const staff = ['Hoàng Văn Thụ', 'Nông Thị Hà', 'Lý Văn Sâm']

/** Saves as if at a tablet so many days ago, in the name of a demo account; fails if anything is held. */
export async function actAs(origin: string, username: string) {
  const api: Api = await openApi(origin, { username, password: 'iso9001' })
  let seq = Math.floor(Math.random() * 1e6) * 1000
  return async (changes: readonly Change[], daysAgo = 0): Promise<void> => {
    const ms = Date.now() - daysAgo * day
    const ops = changes.map((change): Op => {
      seq += 1
      const id = `road${username}${seq}`.padEnd(16, '0')
      return {
        ...change,
        id,
        device: `test-${username}`,
        seq,
        group: id,
        feed,
        hlc: hlcOfMs(ms) + (seq % 1000),
        base: null,
        schema: 1,
      }
    })
    const { answers } = await api.sync({ ops })
    const held = answers.findIndex(({ result }) => result === 'held')
    if (held >= 0) throw new Error(`held: ${JSON.stringify([answers[held], ops[held]])}`)
  }
}

const ofRoad = (field: string, value: JsonValue): Change => ({
  type: roadType,
  thing: roadThing(programme, commune),
  field,
  value,
})

const dayAgo = (days: number): string => vietnamDayOf(Date.now() - days * day)

/** What three people of the commune attended. */
export const training = (topic: 'aware' | 'docs' | 'audit', daysAgo: number): readonly Change[] => {
  const rows = staff.map((_, at) => ({ id: at === 0 ? 't_participants.1' : `row${at}`, parent: null }))
  const sent = aSentResponse({
    programme,
    unit: commune,
    form: 'training_attendance',
    run: topic,
    today: dayAgo(daysAgo),
    rows: { t_participants: rows },
    answers: {
      t_title: topic,
      t_invited: staff.length,
      ...Object.fromEntries(rows.map(({ id }, at) => [`p_name@${id}`, staff[at] ?? ''])),
    },
  })
  const thing = sent[0]?.thing ?? ''
  const added = rows.slice(1).map(({ id }, at) => ({
    type: 'response',
    thing,
    field: `rows/t_participants/${id}`,
    value: { parent: null, order: at + 1 },
  }))
  return [...sent.slice(0, 1), ...added, ...sent.slice(1)]
}

/** A citizen who answered so many days ago. */
export const aCitizen = (run: string, daysAgo: number, overall: '2' | '5'): readonly Change[] =>
  aSentResponse({
    programme,
    unit: commune,
    form: 'citizen_satisfaction',
    run,
    today: dayAgo(daysAgo),
    answers: { cs_overall: overall },
  })

/** What a commune has to have before its review and declaration, done 125 to 50 days ago; the policy waits to be approved. */
export async function bringOnItsRoad(origin: string): Promise<void> {
  const official = await actAs(origin, 'caominh')
  const head = await actAs(origin, 'chutich')
  await official(
    [
      ...staff.map((name, at) =>
        ofRoad(roadFields.staff(`s${at}`), { name, post: '', from: '2017-11-01', to: null }),
      ),
      ofRoad(roadFields.procedure('p1'), { title: 'Chứng thực bản sao từ bản chính', area: 'Tư pháp' }),
      ofRoad(roadFields.exclusion('7.3'), 'Xã không thiết kế, phát triển dịch vụ mới.'),
      ...training('aware', 125),
      ...training('docs', 124),
      ...training('audit', 120),
    ],
    125,
  )
  // Now: what the demo has begun of it is newer than anything of then.
  await official(aSurvey(dayAgo(0)))
  for (const person of ['q1', 'q2']) await official(aQuiz(person, dayAgo(123)), 123)
  await official(aDocumentReview(dayAgo(105)), 105)
  for (const [at, { id, kind, clause, title }] of mandatoryJson.entries()) {
    const thing = { type: documentType, thing: documentThing(id, commune) }
    const own = (field: string, value: JsonValue): Change => ({ ...thing, field, value })
    await official(
      [
        own(documentFields.kind, kind),
        own(documentFields.mandatory, id),
        ...(at === 0 ? [] : [own(documentFields.procedure, 'p1')]),
        own(documentFields.text('title'), title.vi),
        own(documentFields.text('code'), `TL-${String(at + 1).padStart(2, '0')}`),
        own(documentFields.text('clause'), clause),
        own(documentFields.evidence(1, hash), photo),
        own(documentFields.move('review'), { to: 'inReview' }),
      ],
      112,
    )
    if (at > 0)
      await head(
        [
          own(documentFields.move('approve'), { to: 'approved' }),
          own(documentFields.move('issue'), { to: 'issued', decision: '15/QĐ-UBND', issuedOn: dayAgo(100) }),
        ],
        100,
      )
  }
  await official(
    gates
      .filter(({ rule }) => rule === undefined)
      .flatMap(({ id, proof }) => [
        ofRoad(roadFields.gate(id), { value: 'met', reason: '' }),
        ...(proof === 'file' ? [ofRoad(roadFields.evidence(id, hash), photo)] : []),
      ]),
    60,
  )
  for (let at = 0; at < 7; at++) await official(aCitizen(`c${at}`, 90, at < 6 ? '5' : '2'), 90)
  for (let at = 0; at < 3; at++) await official(aCitizen(`d${at}`, 50, '5'), 50)
}

/** The evaluation of the three months, sent today. */
export async function evaluate(origin: string): Promise<void> {
  const official = await actAs(origin, 'caominh')
  const month = (number: number, late: number) =>
    Object.entries({
      ef_recv: 120 + number,
      ef_done: 118,
      ef_early: 40 + 10 * number,
      ef_late: late,
      ef_days: 300,
      ef_suppl: 14 - 4 * number,
      ef_sat_n: 20,
      ef_sat_yes: 15 + number,
      ef_comp: 3 - number,
      ef_comp_done: 3 - number,
    }).map(([id, value]) => [`${id}@ef_months.${number}`, value] as const)
  await official(
    aSentResponse({
      programme,
      unit: commune,
      form: 'effectiveness_3m',
      run: 'ef',
      today: dayAgo(0),
      answers: {
        ...Object.fromEntries([...month(1, 12), ...month(2, 7), ...month(3, 3)]),
        ef_find_1: 4,
        ef_find_2: 6,
        ef_find_3: 3.5,
        ef_posted: 30,
        ef_posted_ok: 29,
        ef_u6: ['faster', 'clear'],
        ef_u7: ['time'],
        ef_u8: 'Nên tập huấn lại cho cán bộ mới.\nCần máy tính ở bộ phận một cửa.',
        ef_c1: 'ok',
        ef_c2: 'Hồ sơ trễ hạn giảm từ 12 xuống 3 mỗi tháng; người dân hài lòng hơn.',
        ef_c3: ['keep', 'retrain'],
      },
    }),
  )
}

/** A quiz with every answer right. */
const aQuiz = (run: string, today: string): readonly Change[] =>
  aSentResponse({
    programme,
    unit: commune,
    form: 'awareness_quiz',
    run,
    today,
    answers: Object.fromEntries(Object.entries(quizKey.answers).map(([id, right]) => [id, right[0] ?? ''])),
  })

/** A review of the documents in which all is well. */
const aDocumentReview = (today: string): readonly Change[] =>
  aSentResponse({ programme, unit: commune, form: 'document_review', run: 'dr', today })

/** The survey, for a commune that has not sent it. */
const aSurvey = (today: string): readonly Change[] =>
  aSentResponse({
    programme,
    unit: commune,
    form: 'survey_baseline',
    run: 'survey',
    today,
    answers: completeAnswers(today),
  })
