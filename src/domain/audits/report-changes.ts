import type { JsonValue } from '../../lib/json-value.ts'
import { feedId } from '../people/feed.ts'
import type { Photo } from '../responses/photo.ts'
import { auditFields, auditType, signatureSlot } from './audit-fields.ts'
import { findingThing, parseAuditThing, reportThing } from './audit-number.ts'
import type { Audit } from './audit.ts'
import { findingFields, findingType } from './finding-fields.ts'
import { findRepeats, type EarlierFinding } from './find-repeats.ts'
import { needsAction } from './grade.ts'
import { issueFinding } from './issue-finding.ts'
import { splitContent, type ReportContent } from './report-content.ts'
import { reportFields, reportType } from './report-fields.ts'

/** A field to be set, as `App.save` takes it. */
export interface FeedChange {
  readonly feed: string
  readonly type: string
  readonly thing: string
  readonly field: string
  readonly value: JsonValue
}

interface Given {
  readonly thing: string
  readonly audit: Audit
  readonly content: ReportContent
  /** SHA-256 of the content's canonical text. */
  readonly hash: string
  readonly signature: { readonly sha256: string; readonly photo: Photo }
  readonly moveId: string
  readonly lead: string
  /** Why it is signed though a member has not said that their part is finished; '' otherwise. */
  readonly reason: string
  /** Today, `YYYY-MM-DD`. */
  readonly today: string
  /** The last day to act on a finding of a grade raised today; null where nothing is asked for. */
  readonly dueOn: (grade: 'major' | 'minor') => string
  /** Issued findings that this one may repeat. */
  readonly earlier: readonly EarlierFinding[]
}

/**
 * Everything that signing a report writes, in the order in which a server may take it: the audit's own move first,
 * then the report and its findings, which go to the commune. One transaction: all of it, or nothing.
 */
export function reportChanges(given: Given): readonly FeedChange[] {
  const { thing, audit, content, hash, signature, moveId, lead, reason, today, dueOn, earlier } = given
  const name = parseAuditThing(thing)
  if (!name) throw new Error(`${thing} is no audit`)
  const { unit } = name
  const working = { feed: feedId(unit, 'audit'), type: auditType, thing }
  const report = { feed: feedId(unit, 'unit'), type: reportType, thing: reportThing(name) }
  const parts = splitContent(content)
  const { sha256, photo } = signature

  const findings = [...audit.findings.values()].flatMap((finding): FeedChange[] => {
    const { grade, number } = finding
    if (finding.withdrawn || !grade) return []
    const issued = { feed: report.feed, type: findingType, thing: findingThing({ ...name, finding: number }) }
    const repeats = needsAction(grade)
      ? findRepeats({ unit, audit: thing, clauses: finding.clauses }, earlier)
      : []
    const request = issueFinding(finding, {
      name,
      standard: audit.standard,
      lead,
      raisedOn: today,
      dueOn: grade === 'major' || grade === 'minor' ? dueOn(grade) : null,
      repeats: repeats.map(one => one.thing),
    })
    return [
      { ...issued, field: findingFields.request, value: request as unknown as JsonValue },
      ...Object.entries(finding.photos).map(([hashOfPhoto, file]) => ({
        ...issued,
        field: findingFields.evidence('request', hashOfPhoto),
        value: { ...file },
      })),
    ]
  })

  return [
    { ...working, field: auditFields.evidence(signatureSlot, sha256), value: { ...photo } },
    {
      ...working,
      field: auditFields.move(moveId),
      value: { to: 'signed', hash, signature: sha256, ...(reason !== '' && { reason }) },
    },
    ...parts.map((part, at) => ({ ...report, field: reportFields.part(at), value: part })),
    { ...report, field: reportFields.head, value: { audit: thing, hash, parts: parts.length, lead } },
    { ...report, field: reportFields.evidence('lead', sha256), value: { ...photo } },
    { ...report, field: reportFields.signature('lead'), value: { sha256, hash, opinion: '' } },
    ...findings,
  ]
}
