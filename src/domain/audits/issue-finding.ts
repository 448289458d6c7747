import { isSameJson, type JsonValue } from '../../lib/json-value.ts'
import { auditThing, type AuditName } from './audit-number.ts'
import { toOtherStandard, type Standard } from './clause.ts'
import type { DraftFinding } from './draft-finding.ts'
import type { FindingRequest } from './finding-request.ts'

interface Signed {
  readonly name: AuditName
  readonly standard: Standard
  readonly lead: string
  /** `YYYY-MM-DD` */
  readonly raisedOn: string
  readonly dueOn: string | null
  readonly repeats: readonly string[]
}

/** What a signed report asks of the commune in a finding; undefined for one that does not go on. */
export function issueFinding(draft: DraftFinding, signed: Signed): FindingRequest | undefined {
  if (!draft.grade || draft.withdrawn) return undefined
  const { name, standard, lead, raisedOn, dueOn, repeats } = signed
  return {
    audit: auditThing(name),
    standard,
    grade: draft.grade,
    ...wordsOf(draft),
    otherClauses: toOtherStandard(standard, draft.clauses),
    lead,
    raisedOn,
    dueOn,
    repeats,
  }
}

const wordsOf = ({ clauses, requirement, proof, nature, area, responsible }: DraftFinding) => ({
  clauses,
  requirement,
  proof,
  nature,
  area: area ?? null,
  responsible,
})

/** Whether a request says what the auditors had when the report was signed. */
export function isAsSigned(request: FindingRequest, draft: DraftFinding | undefined): boolean {
  if (!draft || draft.withdrawn || request.grade !== draft.grade) return false
  return Object.entries(wordsOf(draft)).every(([key, value]) =>
    isSameJson(request[key as keyof FindingRequest] as JsonValue, value),
  )
}
