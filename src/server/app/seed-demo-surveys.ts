import pilot from '../../content/demo/pilot.json' with { type: 'json' }
import surveys from '../../content/demo/surveys.json' with { type: 'json' }
import { feedId } from '../../domain/people/feed.ts'
import { unitId } from '../../domain/people/unit.ts'
import { responseFields, responseId, responseType } from '../../domain/responses/response-fields.ts'
import type { SentAnswers } from '../../domain/responses/move.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { demoAnswers } from './demo-answers.ts'
import { createDemoSpeaker } from './demo-speaker.ts'
import { baselineSurvey } from './forms.ts'
import type { OpenedServices } from './open-services.ts'
import { unitsFrom } from './seed-reference.ts'
import { storeDemoPicture } from './store-demo-picture.ts'

const dayMs = 86_400_000

interface Field {
  readonly field: string
  readonly value: JsonValue
}

/**
 * Plays the weeks before the demo: officials fill and send, reviewers comment, return and approve, all through the
 * authority with their own scope, so that every rule holds and every score is the server's. Run again from the same
 * moment (a start that was cut) it says the same ops, which change nothing.
 */
export async function seedDemoSurveys(opened: OpenedServices, startedAt: number): Promise<void> {
  const { services } = opened
  const { dayOf } = services
  const form = (await services.formVersions(baselineSurvey.id)).find(
    one => one.form.version === baselineSurvey.version,
  )
  if (!form) throw new Error('the baseline survey is missing')

  for (const [index, survey] of surveys.entries()) {
    const unit = unitId(survey.commune, unitsFrom)
    const thing = responseId(pilot.programme, baselineSurvey.id, unit)
    const tell = await createDemoSpeaker(opened, { name: survey.commune, firstSeq: index * 1000 })
    const say = (person: string, at: number, fields: readonly Field[]): Promise<number> =>
      tell(
        person,
        at,
        fields.map(change => ({ feed: feedId(unit, 'unit'), type: responseType, thing, ...change })),
      )

    const { official, reviewer, end, share, level } = survey
    const begun = startedAt - (survey.begunDaysAgo ?? 26 - index) * dayMs
    const filled = demoAnswers(form, { today: dayOf(begun), unit, level, share, seed: index + 1 })
    const answers = Object.entries(filled).map(([id, value]) => ({ field: responseFields.answer(id), value }))
    const send = (id: string, sent: Record<string, JsonValue>, more: Partial<SentAnswers> = {}): Field => ({
      field: responseFields.move(id),
      value: { to: 'sent', sent: { answers: sent, notes: {}, files: {}, ...more } },
    })
    const half = Math.ceil(answers.length / 2)
    await say(official, begun, [{ field: 'form', value: { ...baselineSurvey } }, ...answers.slice(0, half)])
    await say(official, begun + dayMs / 3, answers.slice(half))
    if (end === 'draft') continue
    await say(official, begun + 2 * dayMs, [send('m1', filled)])
    if (end === 'sent') continue
    if (end === 'approved') {
      await say(reviewer, begun + 4 * dayMs, [
        { field: responseFields.move('m2'), value: { to: 'approved' } },
      ])
      continue
    }
    await say(reviewer, begun + 4 * dayMs, [
      {
        field: responseFields.comment('s3_recv', 'c1'),
        value: { text: 'Số hồ sơ chưa khớp với báo cáo quý gửi huyện, đề nghị đối chiếu sổ theo dõi.' },
      },
      {
        field: responseFields.comment('s1_assign', 'c2'),
        value: { text: 'Bổ sung ảnh thông báo phân công nhiệm vụ mới nhất.' },
      },
      {
        field: responseFields.move('m2'),
        value: {
          to: 'returned',
          reason: 'Đề nghị rà soát số liệu hồ sơ 3 tháng và bổ sung bằng chứng phân công.',
        },
      },
    ])
    if (end !== 'resent') continue
    const { sha256, photo } = await storeDemoPicture(services, official, index + 1)
    const note = 'Thông báo số 12 ngày 03 tháng này, đủ 21 người; ảnh kèm theo.'
    const corrected = { ...filled, s3_recv: (filled['s3_recv'] as number) + 14 }
    await say(official, begun + 6 * dayMs, [
      { field: responseFields.answer('s3_recv'), value: corrected.s3_recv },
      { field: responseFields.note('s1_assign'), value: note },
      { field: responseFields.evidence('s1_assign', sha256), value: { ...photo } },
      send('m3', corrected, { notes: { s1_assign: note }, files: { s1_assign: [sha256] } }),
    ])
  }
}
