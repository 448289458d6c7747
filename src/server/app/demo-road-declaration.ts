import roads from '../../content/demo/roads.json' with { type: 'json' }
import { declarationFields, declarationThing, declarationType } from '../../domain/qms/declaration.ts'
import { gates } from '../../domain/qms/gates.ts'
import {
  managementReviewThing,
  managementReviewType,
  reviewFields,
} from '../../domain/qms/management-review.ts'
import { roadFields } from '../../domain/qms/road-fields.ts'
import { demoSignature } from './demo-picture.ts'
import { roadChanges, thingChanges, type DemoRoad } from './demo-road.ts'
import type { Services } from '../http/environment.ts'
import { storeDemoPicture } from './store-demo-picture.ts'

/** The audit was on paper, before the commune had the app: its figures cannot be counted. */
const onPaper = 'Làm trên giấy trước khi dùng phần mềm, hồ sơ lưu tại UBND xã.'
/** What the app counts itself from what the sample has. */
const counted = ['attendanceRate', 'auditorsTrained', 'mandatoryProcedures', 'scopeCovered', 'daysApplied']

/** The end of the road of a commune: audit on paper, management review, conditions, declaration signed, posted and sent. */
export async function declareDemoRoad(
  services: Pick<Services, 'fileIndex' | 'files' | 'clock'>,
  { sample, unit, plannedAt, dayOf, page, say }: DemoRoad,
): Promise<void> {
  const { official, leader } = sample
  if (leader === undefined) throw new Error(`${sample.commune} has nobody who declares`)
  const paper = { ...page.photo }
  const said = (step: string) => ({
    [roadFields.evidence(step, page.sha256)]: paper,
    [roadFields.done(step)]: { on: dayOf(plannedAt(step)), note: onPaper },
  })
  await say(official, plannedAt('s11'), roadChanges(unit, { ...said('s10'), ...said('s11') }))

  const reviewed = dayOf(plannedAt('s12'))
  const review = thingChanges(unit, managementReviewType, managementReviewThing('first', unit), {
    [reviewFields.on]: reviewed,
    [reviewFields.text('place')]: 'Phòng họp UBND xã',
    [reviewFields.text('attendees')]: 'Chủ tịch UBND xã, Ban chỉ đạo ISO, công chức phụ trách lĩnh vực',
    [reviewFields.text('audits')]: 'Một cuộc đánh giá nội bộ, hai điểm không phù hợp nhẹ đã khắc phục xong.',
    [reviewFields.text('conclusion')]: 'Hệ thống phù hợp và có hiệu lực, đủ điều kiện công bố.',
    [reviewFields.decision('d1')]: {
      kind: 'resources',
      text: 'Bổ sung tủ lưu hồ sơ cho bộ phận một cửa.',
      owner: official,
      dueOn: dayOf(plannedAt('s15')),
    },
    [reviewFields.confirmed]: true,
  })
  const judged = roadChanges(
    unit,
    Object.assign(
      {},
      ...gates.map(({ id, rule, proof }) => ({
        ...(proof === 'file' && { [roadFields.evidence(id, page.sha256)]: paper }),
        ...(!counted.includes(rule ?? '') && {
          [roadFields.gate(id)]: { value: 'met', reason: rule === undefined ? '' : onPaper },
        }),
      })),
    ),
  )
  await say(leader, plannedAt('s12'), review, judged)

  const signature = await storeDemoPicture(services, leader, 3, demoSignature)
  const declaration = (fields: Parameters<typeof thingChanges>[3]) =>
    thingChanges(unit, declarationType, declarationThing('first', unit), fields)
  const { text, day, evidence } = declarationFields
  await say(
    leader,
    plannedAt('s13'),
    declaration({
      [declarationFields.standard]: '2008',
      [text('address')]: 'UBND xã Mẫu Sơn, huyện Cao Lộc, tỉnh Lạng Sơn',
      [day('effectiveOn')]: dayOf(plannedAt('s13')),
      [evidence('signature', signature.sha256)]: { ...signature.photo },
      [declarationFields.signed]: {
        procedures: roads.procedures.map(([title = '', area = '']) => ({ title, area })),
        signature: signature.sha256,
        gates: Object.fromEntries(gates.map(({ id }) => [id, 'met'])),
      },
    }),
  )
  await say(
    official,
    plannedAt('s14'),
    declaration({
      [text('number')]: '01/CB-UBND',
      [text('decision')]: '27/QĐ-UBND',
      [text('sentTo')]: 'Sở Khoa học và Công nghệ tỉnh Lạng Sơn',
      [evidence('posted', page.sha256)]: paper,
      ...Object.fromEntries(
        (['postedOn', 'publishedOn', 'sentOn'] as const).map(name => [day(name), dayOf(plannedAt('s14'))]),
      ),
    }),
  )
}
