import defaultTexts from '../../../content/audits/default-texts.json' with { type: 'json' }
import { auditFields, auditType } from '../../../domain/audits/audit-fields.ts'
import { auditThing, nextNumber, parseAuditThing } from '../../../domain/audits/audit-number.ts'
import type { Standard } from '../../../domain/audits/clause.ts'
import type { TimetableRow } from '../../../domain/audits/timetable-row.ts'
import { feedId } from '../../../domain/people/feed.ts'
import type { FormName } from '../../../domain/responses/response.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import type { App, SaveProblem } from '../../context/app.ts'
import { localText } from '../../i18n/local-text.ts'

export interface NewAudit {
  readonly unit: string
  readonly year: number
  readonly checklist: FormName | undefined
  readonly standard: Standard
  readonly standardName: string
  readonly language: string
  /** The lead first. */
  readonly team: readonly string[]
  /** The first day, where the timetable does not say. */
  readonly day?: string | undefined
  readonly timetable?: readonly TimetableRow[]
}

/** Nobody gave this tablet its number yet: it has not synced since this person signed in. */
type NoSeat = { readonly type: 'noSeat' }

/** Begins an audit in one transaction, under a number that no other tablet can give; answers with its thing. */
export async function createAudit(
  app: Pick<App, 'seat' | 'save'>,
  wish: NewAudit,
  known: Iterable<string>,
): Promise<Result<string, NoSeat | SaveProblem>> {
  const seat = await app.seat()
  if (seat === undefined) return err({ type: 'noSeat' })
  const { unit, year } = wish
  const taken = [...known].flatMap(thing => {
    const name = parseAuditThing(thing)
    return name?.year === year ? [name.audit] : []
  })
  const thing = auditThing({ year, unit, audit: nextNumber(seat, taken) })
  const where = { feed: feedId(unit, 'audit'), type: auditType, thing }
  const saved = await app.save(
    fieldsOf(wish).map(([field, value]) => ({ ...where, field, value, seen: null })),
  )
  return saved.ok ? ok(thing) : saved
}

function fieldsOf(wish: NewAudit): readonly (readonly [string, JsonValue])[] {
  const { standard, checklist, team, timetable = [], day, language, standardName } = wish
  const days = timetable.map(row => row.day).sort()
  const [from, to] = [days[0] ?? day, days.at(-1) ?? day]
  const texts = Object.entries(defaultTexts) as readonly [keyof typeof defaultTexts, Record<string, string>][]
  return [
    [auditFields.standard, standard],
    ...(checklist
      ? [[auditFields.checklist, { id: checklist.id, version: checklist.version }] as const]
      : []),
    ...texts.map(
      ([name, text]) =>
        [auditFields.text(name), localText(text, language).replaceAll('{{standard}}', standardName)] as const,
    ),
    ...team.map((person, at) => [auditFields.team(person), { isLead: at === 0 }] as const),
    ...timetable.map(({ id, ...row }) => [auditFields.timetable(id), row] as const),
    ...(from !== undefined && to !== undefined
      ? ([
          [auditFields.from, from],
          [auditFields.to, to],
          [auditFields.opening, `${from}T08:00`],
          [auditFields.closing, `${to}T16:30`],
        ] as const)
      : []),
  ]
}
