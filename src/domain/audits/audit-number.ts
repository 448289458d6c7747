/**
 * Numbers that two tablets without a network can never give twice. The server gives each pair of person and tablet a
 * seat number of its own, once, when they first sync; audits and findings are counted by seat. `2017.4-1` is the first
 * audit of 2017 that seat 4 began, `7-3` the third finding that seat 7 raised in an audit. They are parts of the things'
 * ids, so that a number names one thing for ever.
 */
export interface AuditName {
  readonly year: number
  /** `<seat>-<running number>` */
  readonly audit: string
  /** Of the commune. */
  readonly unit: string
}

export interface FindingName extends AuditName {
  /** `<seat>-<running number>` within the audit. */
  readonly finding: string
}

const numberPattern = /^(?<seat>[1-9]\d{0,6})-(?<running>[1-9]\d{0,5})$/u

export const isSeatNumber = (text: string): boolean => numberPattern.test(text)

/** The next number of a seat, after those there are. */
export function nextNumber(seat: number, taken: Iterable<string>): string {
  let last = 0
  for (const text of taken) {
    const groups = numberPattern.exec(text)?.groups
    if (Number(groups?.['seat']) === seat) last = Math.max(last, Number(groups?.['running']))
  }
  return `${seat}-${last + 1}`
}

export const auditThing = ({ year, audit, unit }: AuditName): string => `audit.${year}.${audit}.${unit}`
export const reportThing = ({ year, audit, unit }: AuditName): string =>
  `auditReport.${year}.${audit}.${unit}`
export const findingThing = ({ year, audit, finding, unit }: FindingName): string =>
  `finding.${year}.${audit}.${finding}.${unit}`

const auditPattern = /^(?:audit|auditReport)\.(?<year>\d{4})\.(?<audit>\d+-\d+)\.(?<unit>.+)$/u
const findingPattern = /^finding\.(?<year>\d{4})\.(?<audit>\d+-\d+)\.(?<finding>\d+-\d+)\.(?<unit>.+)$/u

/** Takes apart the id of an audit or of its report. */
export function parseAuditThing(thing: string): AuditName | undefined {
  const groups = auditPattern.exec(thing)?.groups
  const { year, audit = '', unit = '' } = groups ?? {}
  return groups && isSeatNumber(audit) ? { year: Number(year), audit, unit } : undefined
}

export function parseFindingThing(thing: string): FindingName | undefined {
  const groups = findingPattern.exec(thing)?.groups
  const { year, audit = '', finding = '', unit = '' } = groups ?? {}
  return groups && isSeatNumber(audit) && isSeatNumber(finding)
    ? { year: Number(year), audit, finding, unit }
    : undefined
}

const codeOf = (unit: string): string => unit.split('@')[0] ?? unit

/** As people read and write it: `06010/2017/4-1`. */
export const formatAuditNumber = ({ year, audit, unit }: AuditName): string =>
  `${codeOf(unit)}/${year}/${audit}`

/** As people read and write it: `06010/2017/4-1/7-3`. */
export const formatFindingNumber = (name: FindingName): string => `${formatAuditNumber(name)}/${name.finding}`
