import type { JsonValue } from '../../lib/json-value.ts'
import { formatAuditNumber, formatFindingNumber, parseAuditThing, type AuditName } from './audit-number.ts'
import type { AuditText } from './audit-fields.ts'
import { leadOf, type Audit } from './audit.ts'
import type { PlannedCheck } from './checklist.ts'
import type { Standard } from './clause.ts'
import type { Grade } from './grade.ts'
import type { TimetableRow } from './timetable-row.ts'
import type { Verdict } from './verdict.ts'

/** A check as the report keeps it. */
export interface ReportedCheck {
  readonly item: string
  readonly area: string
  readonly clauses: readonly string[]
  readonly verdict: Verdict
  readonly note: string
  readonly proof: string
  readonly author: string
  /** When the verdict was recorded, milliseconds since 1970. */
  readonly recordedAt: number
  readonly photos: readonly string[]
}

export interface ReportedFinding {
  /** As people write it: `06010/2017/4-1/7-3`. */
  readonly number: string
  readonly grade: Grade
  readonly clauses: readonly string[]
  readonly area: string | null
  readonly requirement: string
  readonly proof: string
  readonly nature: string
  readonly responsible: string
  readonly photos: readonly string[]
}

/** What is signed: everything that the report says, in one plain object that never changes again. */
export interface ReportContent {
  readonly schema: 'auditReport/1'
  readonly audit: string
  readonly number: string
  readonly unit: string
  readonly standard: Standard
  readonly checklist: { readonly id: string; readonly version: string } | null
  readonly from: string
  readonly to: string
  readonly lead: string
  readonly team: readonly string[]
  readonly timetable: readonly TimetableRow[]
  readonly texts: Readonly<Partial<Record<AuditText, string>>>
  readonly checks: readonly ReportedCheck[]
  readonly findings: readonly ReportedFinding[]
  /** Last link of the audit feed's hash chain that the signer's tablet had (SY15); '' when none. */
  readonly chain: string
}

/** Gathers what is going to be signed, in an order that does not depend on the tablet. */
export function reportContent(
  thing: string,
  audit: Audit,
  given: { readonly planned: readonly PlannedCheck[]; readonly chain: string },
): ReportContent {
  const name = parseAuditThing(thing)
  if (!name) throw new Error(`${thing} is no audit`)
  return {
    schema: 'auditReport/1',
    audit: thing,
    number: formatAuditNumber(name),
    unit: name.unit,
    standard: audit.standard,
    checklist: audit.checklist ? { id: audit.checklist.id, version: audit.checklist.version } : null,
    from: audit.from ?? '',
    to: audit.to ?? '',
    lead: leadOf(audit) ?? '',
    team: [...audit.team.keys()].sort(),
    timetable: audit.timetable,
    texts: audit.texts,
    checks: given.planned.flatMap(({ key, item, area }): ReportedCheck[] => {
      const check = audit.checks.get(key)
      if (!check?.verdict) return []
      const { value, author, at } = check.verdict
      const { note, proof, photos } = check
      const { id, clauses } = item
      return [
        {
          item: id,
          area,
          clauses,
          verdict: value,
          note,
          proof,
          author,
          recordedAt: at,
          photos: Object.keys(photos).sort(),
        },
      ]
    }),
    findings: reportedFindings(name, audit),
    chain: given.chain,
  }
}

const reportedFindings = (name: AuditName, audit: Audit): readonly ReportedFinding[] =>
  [...audit.findings.values()].flatMap(finding =>
    finding.withdrawn || !finding.grade
      ? []
      : [
          {
            number: formatFindingNumber({ ...name, finding: finding.number }),
            grade: finding.grade,
            clauses: finding.clauses,
            area: finding.area ?? null,
            requirement: finding.requirement,
            proof: finding.proof,
            nature: finding.nature,
            responsible: finding.responsible,
            photos: Object.keys(finding.photos).sort(),
          },
        ],
  )

/** The same text for the same content, whatever order its keys were written in: what the hash is of. */
export function canonicalText(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  const record = value as { readonly [key: string]: JsonValue }
  const pairs = Object.keys(record)
    .filter(key => record[key] !== undefined)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonicalText(record[key] ?? null)}`)
  return `{${pairs.join(',')}}`
}

/** UTF-16 units of a part: three bytes each at most in UTF-8, a value may have 64,000. */
const partLength = 20_000

/** The canonical text in parts that each fit into a field. */
export function splitContent(content: ReportContent): readonly string[] {
  const text = canonicalText(content as unknown as JsonValue)
  return Array.from({ length: Math.max(1, Math.ceil(text.length / partLength)) }, (_, at) =>
    text.slice(at * partLength, (at + 1) * partLength),
  )
}

/** The content of parts; undefined when they are none. */
export function joinContent(parts: readonly string[]): ReportContent | undefined {
  try {
    const found = JSON.parse(parts.join('')) as Partial<ReportContent> | null
    return found?.schema === 'auditReport/1' && parseAuditThing(found.audit ?? '')
      ? (found as ReportContent)
      : undefined
  } catch {
    return undefined
  }
}
