import { createHash } from 'node:crypto'
import { auditFields, auditType, signatureSlot } from '../../domain/audits/audit-fields.ts'
import { findingThing, reportThing } from '../../domain/audits/audit-number.ts'
import { readAudit } from '../../domain/audits/audit.ts'
import type { PlannedCheck } from '../../domain/audits/checklist.ts'
import { findingFields, findingType } from '../../domain/audits/finding-fields.ts'
import { defaultDueDays } from '../../domain/audits/grade.ts'
import { issueFinding } from '../../domain/audits/issue-finding.ts'
import { reportContent, splitContent } from '../../domain/audits/report-content.ts'
import { reportFields, reportType, type Signer } from '../../domain/audits/report-fields.ts'
import { feedId } from '../../domain/people/feed.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { toVietnamTime } from '../../lib/vietnam-time.ts'
import { toStoredFields } from '../../sync/authority/stored-fields.ts'
import type { Services } from '../http/environment.ts'
import { auditChange, demoFindingNumber, hourMs, type DemoAudit, type DemoFinding } from './demo-audit.ts'
import { readDemoChain } from './demo-mark.ts'
import { demoSignature } from './demo-picture.ts'
import { storeDemoPicture } from './store-demo-picture.ts'
import type { DemoChange, DemoSpeaker } from './demo-speaker.ts'

export interface IssuedFinding {
  readonly sample: DemoFinding
  readonly thing: string
  /** When the report was signed, milliseconds since 1970. */
  readonly signedAt: number
  readonly dueOn: string | null
}

const dayMs = 24 * hourMs

/** The closing meeting, the report with both signatures, and its findings in the commune's own feed. */
export async function signDemoAudit(
  services: Services,
  audit: DemoAudit,
  planned: readonly PlannedCheck[],
  say: DemoSpeaker,
): Promise<readonly IssuedFinding[]> {
  const { sample, name, thing, from, lead } = audit
  const { entries } = services
  const feed = feedId(name.unit, 'audit')
  const signedAt = from + 39 * hourMs
  const raisedOn = toVietnamTime(signedAt).slice(0, 10)
  await say(
    lead,
    signedAt - hourMs / 2,
    [
      [auditFields.text('summary'), 'Đoàn đã hỏi đủ các mục của kế hoạch tại các bộ phận.'] as const,
      [
        auditFields.text('conclusion'),
        'Hệ thống cơ bản được duy trì; cần khắc phục các điểm nêu trên.',
      ] as const,
      [
        auditFields.text('closingContent'),
        'Trưởng đoàn trình bày các điểm phát hiện; UBND xã cho ý kiến.',
      ] as const,
    ].map(([field, value]) => auditChange(audit, field, value)),
  )
  const chain = await readDemoChain(services, thing, feed)
  const fields = (await entries.readTypes(feed, [auditType])).filter(entry => entry.thing === thing)
  const signed = readAudit(toStoredFields(fields))
  const content = reportContent(thing, signed, { planned, chain })
  const parts = splitContent(content)
  const hash = createHash('sha256').update(parts.join('')).digest('hex')

  const change = (type: string, of: string, field: string, value: JsonValue): DemoChange => ({
    feed: feedId(name.unit, 'unit'),
    type,
    thing: of,
    field,
    value,
  })
  const inReport = (field: string, value: JsonValue) => change(reportType, reportThing(name), field, value)
  async function signatureOf(
    person: string,
    signer: Signer,
    opinion: string,
  ): Promise<readonly DemoChange[]> {
    const { sha256, photo } = await storeDemoPicture(
      services,
      person,
      signer === 'lead' ? 1 : 2,
      demoSignature,
    )
    return [
      inReport(reportFields.evidence(signer, sha256), { ...photo }),
      inReport(reportFields.signature(signer), { sha256, hash, opinion }),
    ]
  }

  const issued = sample.findings.map((finding, at): IssuedFinding => {
    const days = defaultDueDays[finding.grade as keyof typeof defaultDueDays] as number | undefined
    return {
      sample: finding,
      thing: findingThing({ ...name, finding: demoFindingNumber(audit, at) }),
      signedAt,
      dueOn: days === undefined ? null : toVietnamTime(signedAt + days * dayMs).slice(0, 10),
    }
  })
  const { sha256: signature, photo } = await storeDemoPicture(services, lead, 1, demoSignature)
  await say(lead, signedAt, [
    auditChange(audit, auditFields.evidence(signatureSlot, signature), { ...photo }),
    auditChange(audit, auditFields.move('m3'), { to: 'signed', hash, signature }),
    ...parts.map((part, at) => inReport(reportFields.part(at), part)),
    inReport(reportFields.head, { audit: thing, hash, parts: parts.length, lead }),
    ...(await signatureOf(lead, 'lead', '')),
    ...issued.map(({ thing: of, dueOn }, at) => {
      const draft = signed.findings.get(demoFindingNumber(audit, at))
      const given = { name, standard: signed.standard, lead, raisedOn, dueOn, repeats: [] }
      const request = draft && issueFinding(draft, given)
      if (!request) throw new Error(`the sample has no finding for ${of}`)
      return change(findingType, of, findingFields.request, { ...request })
    }),
  ])
  await say(sample.leader, signedAt + hourMs, await signatureOf(sample.leader, 'auditee', sample.opinion))
  return issued
}
