import { auditFields } from '../../domain/audits/audit-fields.ts'
import {
  clausesForArea,
  listChecklistItems,
  listPlannedChecks,
  type PlannedCheck,
} from '../../domain/audits/checklist.ts'
import { byClause } from '../../domain/audits/clause.ts'
import type { TimetableRow } from '../../domain/audits/timetable-row.ts'
import { toVietnamTime } from '../../lib/vietnam-time.ts'
import type { Services } from '../http/environment.ts'
import { auditChange, hourMs, type DemoAudit } from './demo-audit.ts'
import type { DemoSpeaker } from './demo-speaker.ts'

const checklist = { id: 'audit_checklist_2008', version: '1.0.0' }
const planAheadMs = 5 * 24 * hourMs

/** Plans an audit of two days, and tells which checks the plan asks for. */
export async function planDemoAudit(
  { formVersions }: Pick<Services, 'formVersions'>,
  audit: DemoAudit,
  say: DemoSpeaker,
): Promise<readonly PlannedCheck[]> {
  const { sample, from, lead, member } = audit
  const form = (await formVersions(checklist.id)).find(one => one.form.version === checklist.version)
  if (!form) throw new Error('the checklist of audits is missing')
  const items = listChecklistItems(form.form)
  const day = (nth: number): string => toVietnamTime(from + nth * 24 * hourMs).slice(0, 10)
  const byArea = sample.areas.map(area => clausesForArea(items, area))
  // With three areas all is asked: what none of them has for itself goes to the first one.
  const others =
    sample.areas.length < 3
      ? []
      : items.flatMap(item => item.clauses).filter(id => !byArea.some(own => own.includes(id)))
  const timetable = sample.areas.map((area, at): TimetableRow => ({
    id: `t${at + 1}`,
    area,
    clauses: at > 0 ? (byArea[at] ?? []) : [...new Set([...(byArea[at] ?? []), ...others])].sort(byClause),
    auditor: area === 'oneStop' ? member : lead,
    host: '',
    day: day(at < 2 ? 0 : 1),
    start: at === 1 ? '13:30' : '08:30',
    end: at === 1 ? '16:30' : '11:30',
    note: '',
  }))
  await say(
    lead,
    from - planAheadMs,
    [
      ['standard', '2008'] as const,
      ['checklist', checklist] as const,
      ['from', day(0)] as const,
      ['to', day(1)] as const,
      ['opening', `${day(0)}T08:00`] as const,
      ['closing', `${day(1)}T15:30`] as const,
      [
        auditFields.text('purpose'),
        'Xem xét sự phù hợp và hiệu lực của hệ thống quản lý chất lượng tại UBND xã.',
      ] as const,
      [auditFields.text('scope'), 'Các thủ tục hành chính trong phạm vi áp dụng của UBND xã.'] as const,
      [
        auditFields.text('criteria'),
        'TCVN ISO 9001:2008; tài liệu hệ thống của UBND xã; văn bản pháp luật liên quan.',
      ] as const,
      [auditFields.text('place'), 'Phòng họp UBND xã'] as const,
      [auditFields.team(lead), { isLead: true }] as const,
      [auditFields.team(member), { isLead: false }] as const,
      ...timetable.map(({ id, ...row }) => [auditFields.timetable(id), row] as const),
      [auditFields.move('m1'), { to: 'planned' }] as const,
    ].map(([field, value]) => auditChange(audit, field, value)),
  )
  return listPlannedChecks(items, timetable)
}
