import type { Audit } from './audit.ts'
import type { TimetableRow } from './timetable-row.ts'

/** Two things of a plan that cannot both happen. */
export type Clash =
  /** One person in two lines at once; `audit` is the other one's thing, undefined when it is this one. */
  | {
      readonly kind: 'person'
      readonly person: string
      readonly row: TimetableRow
      readonly other: TimetableRow
      readonly audit: string | undefined
    }
  /** One area is asked by two people at once. */
  | { readonly kind: 'area'; readonly area: string; readonly row: TimetableRow; readonly other: TimetableRow }
  /** A member of the team is in the team of another audit on the same days. */
  | {
      readonly kind: 'team'
      readonly person: string
      readonly audit: string
      readonly from: string
      readonly to: string
    }

type Planned = Pick<Audit, 'from' | 'to' | 'team' | 'timetable' | 'state'>

/**
 * Clashes of an audit's plan within itself and with other audits, by their things. Two lines clash when their times
 * overlap; one that begins when the other ends does not. Cancelled and signed audits are in nobody's way.
 */
export function findClashes(audit: Planned, others: ReadonlyMap<string, Planned>): readonly Clash[] {
  const { timetable } = audit
  const within = timetable.flatMap((row, at) =>
    timetable.slice(at + 1).flatMap((other): readonly Clash[] => {
      if (!overlap(row, other)) return []
      // One person twice in one area is told once.
      if (row.auditor === other.auditor)
        return [{ kind: 'person', person: row.auditor, row, other, audit: undefined }]
      return row.area === other.area ? [{ kind: 'area', area: row.area, row, other }] : []
    }),
  )
  const open = [...others].filter(([, { state }]) => state !== 'cancelled' && state !== 'signed')
  const between = open.flatMap(([thing, other]) => {
    const rows = timetable.flatMap(row =>
      other.timetable
        .filter(one => one.auditor === row.auditor && overlap(row, one))
        .map((one): Clash => ({ kind: 'person', person: row.auditor, row, other: one, audit: thing })),
    )
    const told = new Set(rows.map(clash => (clash.kind === 'person' ? clash.person : '')))
    const days = commonDays(audit, other)
    const teams = days
      ? [...audit.team.keys()]
          .filter(person => other.team.has(person) && !told.has(person))
          .map((person): Clash => ({ kind: 'team', person, audit: thing, ...days }))
      : []
    return [...rows, ...teams]
  })
  return [...within, ...between]
}

const overlap = (a: TimetableRow, b: TimetableRow): boolean =>
  a.day === b.day && a.start < b.end && b.start < a.end

function commonDays(a: Planned, b: Planned): { readonly from: string; readonly to: string } | undefined {
  if (a.from === undefined || b.from === undefined) return undefined
  const from = a.from > b.from ? a.from : b.from
  const [endA, endB] = [a.to ?? a.from, b.to ?? b.from]
  const to = endA < endB ? endA : endB
  return from <= to ? { from, to } : undefined
}
