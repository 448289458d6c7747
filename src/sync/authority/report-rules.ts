import { auditThing, parseAuditThing } from '../../domain/audits/audit-number.ts'
import { readAudit } from '../../domain/audits/audit.ts'
import { refuseIssue } from '../../domain/audits/refuse-issue.ts'
import { parseReportField, reportFields, reportType } from '../../domain/audits/report-fields.ts'
import { joinContent } from '../../domain/audits/report-content.ts'
import { readReport, readReportHead, readSignature, type ReportHead } from '../../domain/audits/report.ts'
import { refuseReportChange } from '../../domain/audits/refuse-report-change.ts'
import { feedId } from '../../domain/people/feed.ts'
import { sha256OfText } from '../../lib/sha256-of-text.ts'
import { limits } from '../protocol/limits.ts'
import type { Entry } from '../protocol/op.ts'
import { toStoredFields } from './stored-fields.ts'
import type { ThingRules } from './thing-rules.ts'

/** A signed audit report, in the commune's own feed. */
export const reportRules: ThingRules = {
  feedClass: 'unit',
  belongsTo: (thing, unit) => thing.startsWith(`${reportType}.`) && parseAuditThing(thing)?.unit === unit,
  mayWrite: mayDo => mayDo('finding.comment'),
  maySettle: () => false,
  longestValue: () => limits.value,
  isAnonymous: () => false,

  leansOn({ thing, field }) {
    const name = isIssued(field) ? parseAuditThing(thing) : undefined
    return name && { feed: feedId(name.unit, 'audit'), thing: auditThing(name) }
  },

  refuse({ field, value }, { thing, fields, leaned, person, mayDo }) {
    const kind = parseReportField(field)?.kind
    if ((kind === 'move' || kind === 'comment') && fields.has(field)) return 'locked'
    const report = readReport(toStoredFields(fields.values()))
    const refusal = refuseReportChange(field, value, { report, person, mayDo })
    if (refusal || !isIssued(field)) return refusal
    const head = kind === 'head' ? readReportHead(value) : undefined
    const audit = readAudit(toStoredFields(leaned))
    const signature = kind === 'signature' ? readSignature(value)?.sha256 : undefined
    return refuseIssue(audit, { person, hash: head?.hash, signature }) ?? refuseHead(thing, head, fields)
  },

  effects: () => [],
}

/** A report that does not name its own audit, is not here whole, or is not what its hash is of. */
function refuseHead(
  thing: string,
  head: ReportHead | undefined,
  fields: ReadonlyMap<string, Entry>,
): 'badValue' | 'incomplete' | undefined {
  if (!head) return undefined
  const name = parseAuditThing(thing)
  if (!name || head.audit !== auditThing(name)) return 'badValue'
  const parts = Array.from({ length: head.parts }, (_, at) => reportFields.part(at))
  if (!parts.every(part => fields.has(part))) return 'incomplete'
  const texts = parts.map(part => {
    const text = fields.get(part)?.value
    return typeof text === 'string' ? text : ''
  })
  const isAsSigned = sha256OfText(texts.join('')) === head.hash
  return isAsSigned && joinContent(texts)?.audit === head.audit ? undefined : 'badValue'
}

/** What the lead auditor signed, and its signature: only the audit itself says who may write it. */
function isIssued(name: string): boolean {
  const field = parseReportField(name)
  if (field?.kind === 'signature') return field.signer === 'lead'
  return field?.kind === 'part' || field?.kind === 'head'
}
