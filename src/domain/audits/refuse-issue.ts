import type { Audit } from './audit.ts'
import { auditThing, parseFindingThing } from './audit-number.ts'
import type { FindingRequest } from './finding-request.ts'
import { isAsSigned } from './issue-finding.ts'

/**
 * Why somebody may not issue what an audit has found, as the audit itself says: only whoever signed it may, and of a
 * report only the one with the hash that was signed, under the signature that was drawn for it.
 */
export function refuseIssue(
  audit: Pick<Audit, 'moves' | 'state'>,
  {
    person,
    hash,
    signature,
  }: {
    readonly person: string
    readonly hash?: string | undefined
    readonly signature?: string | undefined
  },
): 'illegalMove' | undefined {
  const signing = audit.state === 'signed' ? audit.moves.findLast(({ to }) => to === 'signed') : undefined
  if (signing?.author !== person) return 'illegalMove'
  if (hash !== undefined && hash !== signing.hash) return 'illegalMove'
  return signature === undefined || signature === signing.signature ? undefined : 'illegalMove'
}

/** Why a finding may not be issued: not signed yet, not by this person, or not what was signed. */
export function refuseIssuedFinding(
  thing: string,
  request: FindingRequest,
  { audit, person }: { readonly audit: Pick<Audit, 'moves' | 'state' | 'findings'>; readonly person: string },
): 'illegalMove' | 'badValue' | undefined {
  const refusal = refuseIssue(audit, { person })
  if (refusal) return refusal
  const name = parseFindingThing(thing)
  if (!name || request.audit !== auditThing(name)) return 'badValue'
  return isAsSigned(request, audit.findings.get(name.finding)) ? undefined : 'badValue'
}
