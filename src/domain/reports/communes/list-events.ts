import { formatFindingNumber, parseFindingThing } from '../../audits/audit-number.ts'
import type { LocalText } from '../../forms/form-version.ts'
import type { Unit } from '../../people/unit.ts'
import type { FormName } from '../../responses/response.ts'
import type { CommuneRecord } from './commune-record.ts'

export const eventKinds = [
  'sent',
  'returned',
  'approved',
  'audited',
  'raised',
  'closed',
  'issued',
  'reviewed',
  'declared',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Something that happened in a commune on a day. */
export interface CommuneEvent {
  readonly id: string
  readonly kind: EventKind
  readonly unit: Unit
  readonly thing: string
  /** `YYYY-MM-DD` */
  readonly on: string
  /** In the words of who wrote it; `''` where there are none. */
  readonly words: LocalText
  /** Of audits, findings and decisions. */
  readonly number: string
  readonly form: FormName | undefined
}

interface Given {
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  readonly dayOf: (ms: number) => string
}

type Found = Pick<CommuneEvent, 'kind' | 'thing' | 'on'> &
  Partial<Pick<CommuneEvent, 'words' | 'number' | 'form'>> & { readonly part?: string }

/** What happened from one day to another, newest first. */
export function listEvents(communes: readonly CommuneRecord[], given: Given): readonly CommuneEvent[] {
  return communes
    .flatMap(commune =>
      findIn(commune, given.dayOf)
        .filter(({ on }) => given.from <= on && on <= given.to)
        .map(({ part, ...found }) => ({
          words: { vi: '' },
          number: '',
          form: undefined,
          ...found,
          id: [found.kind, found.thing, part].filter(Boolean).join('/'),
          unit: commune.unit,
        })),
    )
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on > b.on ? -1 : 1))
}

function findIn({ facts, responses }: CommuneRecord, dayOf: (ms: number) => string): readonly Found[] {
  const found: Found[] = responses.flatMap(({ thing, form, moves }) =>
    moves.map(({ id, to, at }) => ({ kind: to, thing, part: id, form, on: dayOf(at) })),
  )
  for (const { thing, signedOn, content } of facts.reports)
    found.push({ kind: 'audited', thing, on: signedOn, number: content.number })
  for (const [thing, { request, moves }] of facts.findings) {
    const name = parseFindingThing(thing)
    if (!request || !name) continue
    const about = { thing, number: formatFindingNumber(name), words: { vi: request.nature || request.proof } }
    found.push({ kind: 'raised', ...about, on: request.raisedOn })
    for (const { id, to, at } of moves)
      if (to === 'closed') found.push({ kind: 'closed', ...about, part: id, on: dayOf(at) })
  }
  for (const [thing, { revisions, texts }] of facts.documents)
    for (const { number, issuedOn, decision } of revisions)
      if (issuedOn !== undefined)
        found.push({
          kind: 'issued',
          thing,
          part: String(number),
          on: issuedOn,
          words: { vi: texts.title ?? '' },
          number: decision ?? '',
        })
  for (const [thing, { on, confirmedBy }] of facts.reviews)
    if (on !== undefined && confirmedBy !== undefined) found.push({ kind: 'reviewed', thing, on })
  for (const [thing, { signed, texts }] of facts.declarations)
    if (signed) found.push({ kind: 'declared', thing, on: dayOf(signed.at), number: texts.number ?? '' })
  return found
}
