import { addDays } from '../../lib/calendar-day.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { Assignment } from './assignment.ts'

type Span = Pick<Assignment, 'from' | 'to'>

/** What becomes of one role of one person: where they had it, and where they have it then. */
export interface MovedRole {
  readonly person: string
  readonly role: Assignment['role']
  /** Ids of the units that end. */
  readonly from: readonly string[]
  readonly to: string
}

export interface AssignmentChange {
  readonly person: string
  readonly id: string
  /** null: it had not begun, so it is taken back. */
  readonly value: JsonValue
}

interface Given {
  /** First day in the successors. */
  readonly on: string
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>
  /** Who goes on with the work of a unit that ends: one for a commune, a set for a district; none for a unit that stays. */
  readonly successorsOf: (unit: string) => readonly string[]
  readonly codeOf: (unit: string) => string
}

const lastDay = '9999-12-31'
const endOf = ({ to }: Span): string => to ?? lastDay

/**
 * On the day of a change each role in a unit that ends goes on in its successor, for the days it had left and no others.
 * Roles that meet in one successor become one.
 */
export function moveAssignments({ on, assignments, successorsOf, codeOf }: Given): {
  readonly changes: readonly AssignmentChange[]
  readonly moved: readonly MovedRole[]
} {
  const changes: AssignmentChange[] = []
  const moved: MovedRole[] = []
  for (const [person, held] of assignments) {
    const ending = held.filter(one => endOf(one) >= on && successorsOf(one.unit).length > 0)
    const ids = new Set(held.map(({ id }) => id))
    for (const one of ending) {
      const value = one.from < on ? valueOf({ ...one, to: addDays(on, -1) }) : null
      changes.push({ person, id: one.id, value })
    }
    const aims = ending.flatMap(one => successorsOf(one.unit).map(to => ({ one, to })))
    for (const group of Map.groupBy(aims, ({ one, to }) => `${one.role} ${to}`).values()) {
      const [aim] = group
      if (!aim) continue
      const { one: first, to } = aim
      const sources = group.map(({ one }) => one)
      moved.push({ person, role: first.role, from: [...new Set(sources.map(({ unit }) => unit))], to })
      const there = held.filter(one => one.role === first.role && one.unit === to)
      const spans = joinSpans(sources.map(one => ({ from: one.from < on ? on : one.from, to: one.to })))
      const areas = sources.every(one => one.areas) && [...new Set(sources.flatMap(one => one.areas ?? []))]
      for (const span of spans.flatMap(one => there.reduce(cutSpans, [one]))) {
        const id = freeId(`${codeOf(to)}-${first.role}-${span.from}`, ids)
        ids.add(id)
        changes.push({
          person,
          id,
          value: valueOf({ role: first.role, unit: to, ...span, ...(areas && { areas }) }),
        })
      }
    }
  }
  return { changes, moved }
}

const valueOf = ({ role, unit, from, to, areas }: Omit<Assignment, 'id' | 'person'>): JsonValue => ({
  role,
  unit,
  from,
  to,
  ...(areas && { areas: [...areas] }),
})

/** The same days as spans that neither meet nor overlap. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1)
    if (last && (last.to === null || span.from <= addDays(last.to, 1))) {
      if (endOf(span) > endOf(last)) joined[joined.length - 1] = { from: last.from, to: span.to }
    } else joined.push(span)
  }
  return joined
}

/** Without the days that are held already. */
function cutSpans(spans: readonly Span[], held: Span): readonly Span[] {
  return spans.flatMap(span => {
    if (endOf(held) < span.from || endOf(span) < held.from) return [span]
    const before = span.from < held.from ? [{ from: span.from, to: addDays(held.from, -1) }] : []
    const after =
      held.to !== null && endOf(span) > held.to ? [{ from: addDays(held.to, 1), to: span.to }] : []
    return [...before, ...after]
  })
}

/** A reused code would otherwise overwrite the assignment of a namesake. */
function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let turn = 2; taken.has(id); turn += 1) id = `${wanted}-${turn}`
  return id
}
