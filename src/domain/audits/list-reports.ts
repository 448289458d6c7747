import { auditThing, formatAuditNumber, parseAuditThing, parseFindingThing } from './audit-number.ts'
import { grades, type Grade } from './grade.ts'
import type { FindingLine, ListedField } from './list-findings.ts'
import { readReportHead, readReportMove } from './report.ts'
import type { ReportState } from './report-state.ts'
import { byOrder } from './stored-field.ts'

/** One line of the list of reports: enough to find and filter it, without its content. */
export interface ReportLine {
  readonly thing: string
  readonly unit: string
  /** `06010/2017/4-1` */
  readonly number: string
  readonly lead: string
  /** When it was signed and given to the commune, milliseconds since 1970. */
  readonly signedAt: number
  readonly state: ReportState
  /** It was returned, and the lead has answered: the reviewer's turn again. */
  readonly isAnswered: boolean
  /** The commune has signed for it. */
  readonly isReceived: boolean
  /** A finding of it was amended after the signing, by two persons. */
  readonly isAmended: boolean
  /** Its findings by grade, as they are now. */
  readonly byGrade: Readonly<Record<Grade, number>>
}

interface Given {
  /** `head` */
  readonly heads: Iterable<ListedField>
  /** `moves/…` of reports */
  readonly moves: Iterable<ListedField>
  /** `signatures/auditee` */
  readonly received: Iterable<ListedField>
  /** `agreements/…` of findings */
  readonly agreements: Iterable<ListedField>
  readonly findings: Iterable<FindingLine>
}

/** Returned and answered ones first, since somebody has to act; then the latest. */
export function listReports({ heads, moves, received, agreements, findings }: Given): readonly ReportLine[] {
  const movesByThing = Map.groupBy(moves, ({ thing }) => thing)
  const receivedThings = new Set([...received].flatMap(({ thing, value }) => (value === null ? [] : [thing])))
  const amended = new Set(
    [...agreements].flatMap(({ thing, value }) => (value === null ? [] : [auditOf(thing)])),
  )
  const findingsByAudit = Map.groupBy(findings, ({ thing }) => auditOf(thing))
  const lines = [...heads].flatMap((field): readonly ReportLine[] => {
    const { thing, value, at } = field
    const name = parseAuditThing(thing)
    const head = readReportHead(value)
    if (!name || !head) return []
    const audit = auditThing(name)
    const own = findingsByAudit.get(audit) ?? []
    const states = statesOf(movesByThing.get(thing) ?? [])
    const state = states.at(-1) ?? 'issued'
    const counts = grades.map(grade => [grade, own.filter(one => one.grade === grade).length] as const)
    return [
      {
        thing,
        unit: name.unit,
        number: formatAuditNumber(name),
        lead: head.lead,
        signedAt: at,
        state,
        isAnswered: state === 'issued' && states.length > 0,
        isReceived: receivedThings.has(thing),
        isAmended: amended.has(audit),
        byGrade: Object.fromEntries(counts) as Record<Grade, number>,
      },
    ]
  })
  const rank = ({ state, isAnswered }: ReportLine): number => (state === 'returned' ? 0 : isAnswered ? 1 : 2)
  return lines.sort((a, b) => rank(a) - rank(b) || b.signedAt - a.signedAt || (a.thing < b.thing ? -1 : 1))
}

/** The states that it was moved to, in order. */
const statesOf = (moves: readonly ListedField[]): readonly ReportState[] =>
  moves
    .flatMap(field => readReportMove('', field) ?? [])
    .sort(byOrder)
    .map(({ to }) => to)

const auditOf = (finding: string): string => {
  const name = parseFindingThing(finding)
  return name ? auditThing(name) : ''
}
