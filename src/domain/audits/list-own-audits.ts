import { isRecord } from '../../lib/json-value.ts'
import { addDays } from '../../lib/calendar-day.ts'
import { auditFields, parseAuditField } from './audit-fields.ts'
import { readAuditMove } from './audit-move.ts'
import type { ListedField } from './list-findings.ts'
import { byOrder } from './stored-field.ts'

/** An audit that a member of its team has before them. */
export interface OwnAudit {
  readonly thing: string
  readonly state: 'planned' | 'underway'
  /** `YYYY-MM-DD`; undefined where the plan has no day. */
  readonly from: string | undefined
  readonly to: string | undefined
}

/** So many days ahead a planned audit is told of. */
const ahead = 14

interface Given {
  /** `team/…`, `moves/…`, `from` and `to` of audits. */
  readonly fields: Iterable<ListedField>
  readonly person: string
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Audits of this person's teams that are under way, then those planned for these two weeks or overdue, by their day. */
export function listOwnAudits({ fields, person, today }: Given): readonly OwnAudit[] {
  const until = addDays(today, ahead)
  const own = [...Map.groupBy(fields, ({ thing }) => thing)].flatMap(([thing, entries]): OwnAudit[] => {
    const valueOf = (wanted: string) => entries.find(({ field }) => field === wanted)?.value
    const dayOf = (wanted: string) => {
      const value = valueOf(wanted)
      return typeof value === 'string' ? value : undefined
    }
    if (!isRecord(valueOf(auditFields.team(person)))) return []
    const moves = entries.flatMap(entry => {
      const parsed = parseAuditField(entry.field)
      return parsed?.kind === 'move' ? (readAuditMove(parsed.id, entry) ?? []) : []
    })
    const state = moves.sort(byOrder).at(-1)?.to
    const [from, to] = [dayOf(auditFields.from), dayOf(auditFields.to)]
    if (state === 'underway') return [{ thing, state, from, to }]
    return state === 'planned' && from !== undefined && from <= until ? [{ thing, state, from, to }] : []
  })
  const keyOf = ({ state, from = '', thing }: OwnAudit): string =>
    `${state === 'underway' ? 0 : 1} ${from} ${thing}`
  return own.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
