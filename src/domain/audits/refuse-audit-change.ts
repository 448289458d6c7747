import { isDay } from '../../lib/calendar-day.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { isOwnWork, type OwnWork } from '../people/own-work.ts'
import type { Action } from '../people/role.ts'
import { readEvidenceFile } from '../responses/evidence-file.ts'
import { isSha256 } from '../responses/photo.ts'
import { longestText, readCommentText, readFormName } from '../responses/response.ts'
import { parseAuditField, parseCheckKey, planTexts, type AuditField } from './audit-fields.ts'
import { auditMoves, isPlanOpen, isTimetableOpen, type AuditNeed } from './audit-state.ts'
import { leadOf, type Audit } from './audit.ts'
import { readAuditMove, type AuditMove } from './audit-move.ts'
import { gapOf } from './checklist.ts'
import { isStandard } from './clause.ts'
import { findOwnWork } from './find-own-work.ts'
import { isFindingPart, missingOf } from './draft-finding.ts'
import { readSample, readSampled } from './sample.ts'
import { readTimetableRow } from './timetable-row.ts'
import { isVerdict } from './verdict.ts'

export type AuditRefusal =
  | 'notYourRole'
  /** The area is the auditor's own work. */
  | 'notIndependent'
  | 'locked'
  | 'illegalMove'
  | 'incomplete'
  | 'reasonMissing'
  | 'unknownField'
  | 'badValue'

export interface AuditGiven {
  /** The audit as it is before the change. */
  readonly audit: Audit
  readonly person: string
  readonly mayDo: (action: Action) => boolean
  /** The person's own work in the commune. */
  readonly ownWork: OwnWork
  /** Anybody's own work in the commune on a day, `YYYY-MM-DD`; undefined: today. */
  readonly ownWorkOf: (person: string, day: string | undefined) => OwnWork
  /** Keys of the checks that the plan asks for; undefined when the checklist is not known here. */
  readonly planned: () => readonly string[] | undefined
}

/** Why a field of an audit may not be set to a value now; undefined when it may. The app and the server ask the same. */
export function refuseAuditChange(
  name: string,
  value: JsonValue,
  given: AuditGiven,
): AuditRefusal | undefined {
  const { audit, person, mayDo } = given
  const field = parseAuditField(name)
  if (!field) return 'unknownField'
  if (field.kind === 'move')
    return refuseAuditMove(readAuditMove(field.id, { value, author: person, at: 0, order: 0 }), given)
  if (field.kind === 'comment') {
    if (!mayDo('audit.work') && !mayDo('audit.plan')) return 'notYourRole'
    return readCommentText(value) === undefined ? 'badValue' : undefined
  }
  const right = rightOf(field)
  if (!mayDo(right)) return 'notYourRole'
  if (!isOpenFor(field, audit)) return 'locked'
  const isOfTeam = right === 'audit.work' || (field.kind === 'text' && !planTexts.includes(field.name))
  if (isOfTeam && !audit.team.has(person)) return 'notYourRole'
  if (field.kind === 'finished' && field.person !== person) return 'notYourRole'
  if (field.kind === 'team' && audit.state === 'underway' && !mayChangeTeam(field.person, value, given))
    return 'notYourRole'
  const area = areaOf(field, value)
  if (area !== undefined && isOwnWork(given.ownWork, area)) return 'notIndependent'
  if (value !== null && namesOwnWork(field, value, given)) return 'notIndependent'
  return value === null || fits(field, value) ? undefined : 'badValue'
}

/** Whether a plan would have somebody audit their own work (ISO 19011, 4 e), whoever plans. */
function namesOwnWork(
  field: AuditField,
  value: JsonValue,
  { audit, ownWorkOf }: Pick<AuditGiven, 'audit' | 'ownWorkOf'>,
): boolean {
  // Who may work anywhere in the commune has nothing left to audit there.
  if (field.kind === 'team') return ownWorkOf(field.person, audit.from) === 'all'
  const row = field.kind === 'timetable' ? readTimetableRow(field.id, value) : undefined
  return row !== undefined && isOwnWork(ownWorkOf(row.auditor, row.day), row.area)
}

/** Once the fieldwork has begun nobody makes themselves the lead: the lead hands over, or a reviewer decides. */
function mayChangeTeam(
  member: string,
  value: JsonValue,
  { audit, person, mayDo }: Pick<AuditGiven, 'audit' | 'person' | 'mayDo'>,
): boolean {
  if (mayDo('audit.review') || leadOf(audit) === person) return true
  return !audit.team.get(member)?.isLead && !isLeadValue(value)
}

const isLeadValue = (value: JsonValue): boolean =>
  typeof value === 'object' && value !== null && (value as Record<string, JsonValue>)['isLead'] === true

/** The plan is for who plans, fieldwork and minutes for the team. */
function rightOf({ kind }: AuditField): Action {
  switch (kind) {
    case 'verdict':
    case 'note':
    case 'proof':
    case 'interviewed':
    case 'happened':
    case 'sample':
    case 'sampled':
    case 'evidence':
    case 'finding':
    case 'finished':
      return 'audit.work'
    case 'standard':
    case 'checklist':
    case 'from':
    case 'to':
    case 'opening':
    case 'closing':
    case 'text':
    case 'team':
    case 'timetable':
    case 'comment':
    case 'move':
      return 'audit.plan'
  }
}

function isOpenFor(field: AuditField, { state }: Audit): boolean {
  switch (field.kind) {
    case 'timetable':
    case 'team':
      return isTimetableOpen(state)
    case 'text':
      if (state === 'planned' && planTexts.includes(field.name)) return false
      return state !== 'signed' && state !== 'cancelled'
    case 'standard':
    case 'checklist':
    case 'from':
    case 'to':
    case 'opening':
    case 'closing':
      return isPlanOpen(state)
    case 'verdict':
    case 'note':
    case 'proof':
    case 'interviewed':
    case 'happened':
    case 'sample':
    case 'sampled':
    case 'evidence':
    case 'finding':
    case 'finished':
    case 'comment':
    case 'move':
      return state === 'underway'
  }
}

function areaOf(field: AuditField, value: JsonValue): string | undefined {
  if ('check' in field) return parseCheckKey(field.check)?.area
  if (field.kind === 'evidence') return parseCheckKey(field.slot)?.area
  if (field.kind === 'finding' && field.part === 'area' && typeof value === 'string') return value
  return undefined
}

function fits(field: AuditField, value: JsonValue): boolean {
  switch (field.kind) {
    case 'standard':
      return isStandard(value)
    case 'checklist':
      return readFormName(value) !== undefined
    case 'from':
    case 'to':
      return isDay(value)
    case 'opening':
    case 'closing':
    case 'happened':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/u.test(value)
    case 'text':
    case 'note':
    case 'proof':
    case 'interviewed':
      return typeof value === 'string' && value.length <= longestText
    case 'team':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        typeof (value as Record<string, JsonValue>)['isLead'] === 'boolean'
      )
    case 'timetable':
      return readTimetableRow(field.id, value) !== undefined
    case 'verdict':
      return isVerdict(value)
    case 'sample':
      return readSample(value) !== undefined
    case 'sampled':
      return readSampled(field.id, value) !== undefined
    case 'evidence':
      return isSha256(field.sha256) && readEvidenceFile(value) !== undefined
    case 'finding':
      return isFindingPart(field.part, value)
    case 'finished':
      return typeof value === 'boolean'
    case 'comment':
    case 'move':
      return true
  }
}

/** Why a move may not be made now; the same table disables the button and holds the op. */
export function refuseAuditMove(
  move: Pick<AuditMove, 'to' | 'reason' | 'hash' | 'signature'> | undefined,
  given: AuditGiven,
): AuditRefusal | undefined {
  if (!move) return 'badValue'
  const { audit, person, mayDo } = given
  const rule = auditMoves[audit.state][move.to]
  if (!rule) return 'illegalMove'
  if (!mayDo(rule.action)) return 'notYourRole'
  if (rule.team === 'member' && !audit.team.has(person)) return 'notYourRole'
  if (rule.team === 'lead' && leadOf(audit) !== person) return 'notYourRole'
  for (const need of rule.needs)
    if (!isMet(need, move, given)) return need === 'reason' ? 'reasonMissing' : 'incomplete'
  // Roles change: who was free when they were named may not be when the plan is settled.
  const isPlan = rule.needs.includes('plan')
  const ownWorkOf = (auditor: string, day: string): OwnWork => given.ownWorkOf(auditor, day)
  return isPlan && findOwnWork(audit.timetable, ownWorkOf).length > 0 ? 'notIndependent' : undefined
}

function isMet(
  need: AuditNeed,
  move: Pick<AuditMove, 'reason' | 'hash' | 'signature'>,
  { audit, person, planned }: AuditGiven,
): boolean {
  switch (need) {
    case 'reason':
      return move.reason !== undefined
    case 'plan':
      return planGaps(audit).length === 0
    case 'allChecked': {
      const keys = planned()
      // Where the checklist is not known, what was written is all that can be asked for.
      return (keys ?? [...audit.checks.keys()]).every(key => gapOf(audit.checks.get(key)) === undefined)
    }
    case 'findingsWhole':
      return [...audit.findings.values()].every(finding => missingOf(finding).length === 0)
    case 'signature':
      return isSha256(move.signature) && audit.signers.get(move.signature) === person
    case 'hash':
      return isSha256(move.hash)
  }
}

export type PlanGap = 'dates' | 'lead' | 'leads' | 'timetable' | 'checklist' | 'outsider' | 'outOfDates'

/** What a plan still lacks before it is one. */
export function planGaps(audit: Audit): readonly PlanGap[] {
  const { from, to, team, timetable, checklist } = audit
  const leads = [...team.values()].filter(({ isLead }) => isLead).length
  const gaps: PlanGap[] = []
  if (from === undefined || to === undefined || to < from) gaps.push('dates')
  if (leads === 0) gaps.push('lead')
  if (leads > 1) gaps.push('leads')
  if (!checklist) gaps.push('checklist')
  if (timetable.length === 0) gaps.push('timetable')
  if (timetable.some(({ auditor }) => !team.has(auditor))) gaps.push('outsider')
  if (from !== undefined && to !== undefined && timetable.some(({ day }) => day < from || day > to))
    gaps.push('outOfDates')
  return gaps
}
