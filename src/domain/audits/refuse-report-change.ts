import type { JsonValue } from '../../lib/json-value.ts'
import type { Action } from '../people/role.ts'
import { readEvidenceFile } from '../responses/evidence-file.ts'
import { isSha256 } from '../responses/photo.ts'
import { readCommentText } from '../responses/response.ts'
import { parseReportField } from './report-fields.ts'
import { reportMoves } from './report-state.ts'
import { readReportHead, readReportMove, readSignature, type Report, type ReportMove } from './report.ts'
import type { FindingRefusal } from './refuse-finding-change.ts'

export interface ReportGiven {
  /** The report as it is before the change. */
  readonly report: Report
  readonly person: string
  readonly mayDo: (action: Action) => boolean
}

/** Why a field of a report may not be set to a value now; undefined when it may. The app and the server ask the same. */
export function refuseReportChange(
  name: string,
  value: JsonValue,
  given: ReportGiven,
): FindingRefusal | undefined {
  const { report, person, mayDo } = given
  const field = parseReportField(name)
  if (!field) return 'unknownField'
  switch (field.kind) {
    case 'part':
      if (!mayDo('audit.work')) return 'notYourRole'
      if (report.head) return 'locked'
      return typeof value === 'string' && value.length <= 60_000 ? undefined : 'badValue'
    case 'head': {
      const head = readReportHead(value)
      if (!mayDo('audit.work')) return 'notYourRole'
      if (report.head) return 'locked'
      if (!head) return 'badValue'
      return head.lead === person ? undefined : 'notYourRole'
    }
    case 'signature': {
      if (report.signatures[field.signer]) return 'locked'
      const isSigner =
        field.signer === 'auditee'
          ? mayDo('finding.accept')
          : mayDo('audit.work') && report.head?.lead === person
      if (!isSigner) return 'notYourRole'
      const signature = readSignature(value)
      if (!signature) return 'badValue'
      // Signed on the auditors' tablet, it may come before the report: held then, and offered again after it.
      if (!report.head) return 'illegalMove'
      if (report.head.hash !== signature.hash) return 'badValue'
      return report.drawnBy[field.signer][signature.sha256] === person ? undefined : 'incomplete'
    }
    case 'evidence': {
      const mayAdd = field.signer === 'auditee' ? mayDo('finding.accept') : mayDo('audit.work')
      if (!mayAdd) return 'notYourRole'
      if (value === null) return 'locked'
      return isSha256(field.sha256) && readEvidenceFile(value) ? undefined : 'badValue'
    }
    case 'comment':
      if (!mayDo('finding.comment')) return 'notYourRole'
      return readCommentText(value) === undefined ? 'badValue' : undefined
    case 'move':
      return refuseReportMove(readReportMove(field.id, { value, author: person, at: 0, order: 0 }), given)
  }
}

/** Why a move may not be made now; the same table shows the buttons and holds the op. */
export function refuseReportMove(
  move: Pick<ReportMove, 'to' | 'reason'> | undefined,
  { report, person, mayDo }: ReportGiven,
): FindingRefusal | undefined {
  if (!move) return 'badValue'
  if (!report.head) return 'illegalMove'
  const rule = reportMoves[report.state][move.to]
  if (!rule) return 'illegalMove'
  if (!mayDo(rule.action)) return 'notYourRole'
  if (rule.onlyLead && report.head.lead !== person) return 'notYourRole'
  return rule.needsReason && move.reason === undefined ? 'reasonMissing' : undefined
}
