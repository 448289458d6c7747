import type { JsonValue } from '../../lib/json-value.ts'
import { daysBetween } from '../../lib/calendar-day.ts'
import { formatFindingNumber, parseFindingThing, type FindingName } from './audit-number.ts'
import { findingFields } from './finding-fields.ts'
import { readFinding, readFindingMove, type Finding } from './finding.ts'
import { isSettled, waitsFor, type FindingState } from './finding-state.ts'
import { readRequest, type FindingRequest } from './finding-request.ts'
import { byOrder } from './stored-field.ts'
import { needsAction, type Grade } from './grade.ts'

/** A stored field, as far as a list reads it. */
export interface ListedField {
  readonly thing: string
  readonly field: string
  readonly value: JsonValue
  readonly author: string
  readonly at: number
  readonly order: number
}

/** One line of the board: enough to sort, filter, search and count by, without the whole finding. */
export interface FindingLine {
  readonly thing: string
  readonly unit: string
  /** `06010/2017/4-1/7-3` */
  readonly number: string
  readonly grade: Grade
  readonly clauses: readonly string[]
  readonly area: string | null
  readonly nature: string
  readonly state: FindingState
  readonly raisedOn: string
  readonly dueOn: string | null
  readonly owner: string | undefined
  readonly lead: string
  /** Whole days past the day it was due; 0 when in time, settled, or waiting for the auditors. */
  readonly daysLate: number
  readonly isRepeat: boolean
  /** Things of the earlier findings that this one repeats. */
  readonly repeats: readonly string[]
  readonly waitsFor: ReturnType<typeof waitsFor>
}

interface Given {
  readonly requests: Iterable<ListedField>
  readonly moves: Iterable<ListedField>
  /** `action/effectiveness`, of every round */
  readonly effects: Iterable<ListedField>
  /** `action/dueOn`, of every round */
  readonly dueDays: Iterable<ListedField>
  /** `action/owner` */
  readonly owners: Iterable<ListedField>
  /** `amendments/…` and `agreements/…` */
  readonly amended: Iterable<ListedField>
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Lines of all issued findings: late ones first, then by the day they are due, settled ones last. */
export function listFindings({
  requests,
  moves,
  effects,
  dueDays,
  owners,
  amended,
  today,
}: Given): readonly FindingLine[] {
  const lastMoves = newestByThing(moves)
  const judged = newestByThing(effects)
  const due = textsByThing(dueDays)
  const owner = textsByThing(owners)
  const changed = Map.groupBy(amended, field => field.thing)
  const lines: FindingLine[] = []
  for (const { thing, value } of requests) {
    const name = parseFindingThing(thing)
    const signed = readRequest(value)
    if (!name || !signed) continue
    const own = changed.get(thing)
    // Few are amended: only these are folded whole.
    const request = own
      ? (readFinding([{ field: findingFields.request, value, author: '', at: 0, order: 0 }, ...own])
          .request ?? signed)
      : signed
    const last = lastMoves.get(thing)
    const state: FindingState =
      (last && readFindingMove('', last)?.to) ?? (needsAction(request.grade) ? 'raised' : 'noted')
    const effect = judged.get(thing)
    lines.push(
      toLine({
        thing,
        name,
        request,
        state,
        // Judged after its last move: of this round.
        hasNoEffect: effect?.value === 'notEffective' && last !== undefined && byOrder(effect, last) > 0,
        dueOn: due.get(thing) ?? request.dueOn,
        owner: owner.get(thing),
        today,
      }),
    )
  }
  return lines.sort(byNeed)
}

/** The same lines, of findings that are folded already. */
export const listWholeFindings = (
  findings: Iterable<readonly [thing: string, finding: Finding]>,
  today: string,
): readonly FindingLine[] =>
  [...findings]
    .flatMap(([thing, { request, state, action }]) => {
      const name = parseFindingThing(thing)
      const dueOn = action.dueOn || request?.dueOn || null
      const hasNoEffect = action.effectiveness === 'notEffective'
      return name && request
        ? [
            toLine({
              thing,
              name,
              request,
              state,
              hasNoEffect,
              dueOn,
              owner: action.owner || undefined,
              today,
            }),
          ]
        : []
    })
    .sort(byNeed)

interface Facts {
  readonly thing: string
  readonly name: FindingName
  readonly request: FindingRequest
  readonly state: FindingState
  readonly hasNoEffect: boolean
  readonly dueOn: string | null
  readonly owner: string | undefined
  readonly today: string
}

function toLine({ thing, name, request, state, hasNoEffect, dueOn, owner, today }: Facts): FindingLine {
  const waits = waitsFor(state, hasNoEffect)
  const isLate = waits === 'commune' && dueOn !== null && dueOn < today
  return {
    thing,
    unit: name.unit,
    number: formatFindingNumber(name),
    grade: request.grade,
    clauses: request.clauses,
    area: request.area,
    nature: request.nature || request.proof,
    state,
    raisedOn: request.raisedOn,
    dueOn,
    owner,
    lead: request.lead,
    daysLate: isLate ? daysBetween(dueOn, today) : 0,
    isRepeat: request.repeats.length > 0,
    repeats: request.repeats,
    waitsFor: waits,
  }
}

function newestByThing(fields: Iterable<ListedField>): ReadonlyMap<string, ListedField> {
  const newest = new Map<string, ListedField>()
  for (const field of fields) {
    const known = newest.get(field.thing)
    if (!known || known.order < field.order || (known.order === field.order && known.at < field.at))
      newest.set(field.thing, field)
  }
  return newest
}

/** What stands in the latest round that has words. */
function textsByThing(fields: Iterable<ListedField>): ReadonlyMap<string, string> {
  const found = new Map<string, { readonly round: number; readonly text: string }>()
  for (const { thing, field, value } of fields) {
    if (typeof value !== 'string' || value === '') continue
    const round = Number(field.split('/')[2] ?? 1)
    if ((found.get(thing)?.round ?? 0) < round) found.set(thing, { round, text: value })
  }
  return new Map([...found].map(([thing, { text }]) => [thing, text]))
}

const last = '9999-12-31'

/** Late ones first, then by the day they are due, settled ones last. */
export function byNeed(a: FindingLine, b: FindingLine): number {
  const settled = Number(isSettled(a.state)) - Number(isSettled(b.state))
  if (settled !== 0) return settled
  if (a.daysLate !== b.daysLate) return b.daysLate - a.daysLate
  const [dueA, dueB] = [a.dueOn ?? last, b.dueOn ?? last]
  if (dueA !== dueB) return dueA < dueB ? -1 : 1
  return a.thing < b.thing ? -1 : 1
}

/** Whether a person has the next step: their own action, or what waits for their role. */
export function isMine(
  line: FindingLine,
  person: string,
  may: {
    readonly act: boolean
    readonly approve: boolean
    readonly accept: boolean
    readonly verify: boolean
  },
): boolean {
  const isOwn = line.owner === undefined || line.owner === person
  switch (line.state) {
    case 'raised':
      return may.accept
    case 'accepted':
    case 'reopened':
    case 'planApproved':
      return may.act && isOwn
    case 'planned':
      return may.approve
    case 'disputed':
      return may.verify && line.lead === person
    case 'done':
      return may.verify
    case 'verified':
      if (line.waitsFor === 'commune') return may.act && isOwn
      return may.approve || may.verify
    case 'noted':
    case 'closed':
    case 'cancelled':
      return false
  }
}
