import { auditFields, auditType } from '../../domain/audits/audit-fields.ts'
import type { AuditName } from '../../domain/audits/audit-number.ts'
import type { PlannedCheck } from '../../domain/audits/checklist.ts'
import { isWithin } from '../../domain/audits/clause.ts'
import { needsAction, type Grade } from '../../domain/audits/grade.ts'
import type { Verdict } from '../../domain/audits/verdict.ts'
import { feedId } from '../../domain/people/feed.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { DemoChange, DemoSpeaker } from './demo-speaker.ts'

/** A finding as `content/demo/audits.json` tells it; `steps` are states with the days from signing to them. */
export interface DemoFinding {
  readonly grade: string
  readonly clause: string
  readonly area: string
  readonly requirement?: string
  readonly proof: string
  readonly nature?: string
  readonly responsible: string
  readonly correction?: string
  readonly cause?: string
  readonly action?: string
  readonly doneNote?: string
  readonly verifyNote?: string
  readonly dispute?: string
  readonly steps?: readonly (readonly (string | number)[])[]
}

export interface DemoAudit {
  readonly sample: {
    readonly areas: readonly string[]
    readonly state: string
    readonly leader: string
    readonly official: string
    readonly opinion: string
    readonly findings: readonly DemoFinding[]
  }
  readonly name: AuditName
  readonly thing: string
  /** Midnight of the first day, milliseconds since 1970. */
  readonly from: number
  readonly startedAt: number
  readonly lead: string
  readonly member: string
  readonly seats: Readonly<Record<string, number>>
}

export const hourMs = 3_600_000

export const auditChange = ({ name, thing }: DemoAudit, field: string, value: JsonValue): DemoChange => ({
  feed: feedId(name.unit, 'audit'),
  type: auditType,
  thing,
  field,
  value,
})

/** The number of the nth draft finding: the lead auditor raises all of the sample. */
export const demoFindingNumber = ({ seats, lead }: DemoAudit, at: number): string =>
  `${seats[lead]}-${at + 1}`

const shareOfUnfinished = 0.4

/** The fieldwork of both auditors; of an audit underway, part of it. */
export async function playDemoAudit(
  audit: DemoAudit,
  planned: readonly PlannedCheck[],
  say: DemoSpeaker,
): Promise<void> {
  const { sample, from, lead, member } = audit
  const tell = (person: string, hour: number, fields: readonly (readonly [string, JsonValue])[]) =>
    say(
      person,
      from + hour * hourMs,
      fields.map(([field, value]) => auditChange(audit, field, value)),
    )
  await tell(lead, 8.5, [[auditFields.move('m2'), { to: 'underway' }]])
  const isWhole = sample.state === 'signed'
  const findings = sample.findings.map((finding, at) => ({
    ...finding,
    number: demoFindingNumber(audit, at),
    check: planned.find(
      ({ item, area }) => area === finding.area && item.clauses.some(id => isWithin(id, finding.clause)),
    ),
  }))
  const asked = isWhole ? planned : planned.slice(0, Math.round(planned.length * shareOfUnfinished))
  for (const [person, hour] of [
    [lead, 11],
    [member, 14],
  ] as const) {
    const own = asked.filter(({ auditors }) => auditors[0] === person)
    await tell(person, hour, [
      ...own.flatMap(({ key }) => {
        const finding = findings.find(({ check }) => check?.key === key)
        if (!finding) return [[auditFields.verdict(key), 'conform'] as const]
        return [
          [auditFields.verdict(key), verdictOf(finding.grade as Grade)] as const,
          [auditFields.note(key), finding.nature ?? finding.proof] as const,
          [auditFields.proof(key), finding.proof] as const,
        ]
      }),
      ...(isWhole ? [[auditFields.finished(person), true] as const] : []),
    ])
  }
  await tell(
    lead,
    15,
    findings.flatMap(({ number, check, ...finding }) => [
      [auditFields.finding(number, 'grade'), finding.grade],
      [auditFields.finding(number, 'clauses'), [finding.clause]],
      [auditFields.finding(number, 'area'), finding.area],
      [auditFields.finding(number, 'proof'), finding.proof],
      [auditFields.finding(number, 'responsible'), finding.responsible],
      [auditFields.finding(number, 'checks'), check ? [check.key] : []],
      ...(needsAction(finding.grade as Grade)
        ? ([
            [auditFields.finding(number, 'requirement'), finding.requirement ?? ''],
            [auditFields.finding(number, 'nature'), finding.nature ?? ''],
          ] as const)
        : []),
    ]),
  )
}

const verdictOf = (grade: Grade): Verdict => (grade === 'strength' ? 'conform' : grade)
