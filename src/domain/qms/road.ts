import { isDay } from '../../lib/calendar-day.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { readEvidenceFile, type EvidenceFile } from '../responses/evidence-file.ts'
import { readCommentText } from '../responses/response.ts'
import type { AuditComment } from '../audits/audit.ts'
import type { StoredField } from '../audits/stored-field.ts'
import { parseRoadField } from './road-fields.ts'

/** What was planned of a step. */
export interface PlannedStep {
  /** `YYYY-MM-DD` */
  readonly plannedOn: string | undefined
  /** A person's id. */
  readonly owner: string | undefined
  readonly note: string
}

/** A step that somebody says is done. */
export interface SaidDone {
  readonly on: string
  readonly note: string
  readonly author: string
  readonly at: number
}

export const gateValues = ['met', 'notMet', 'na'] as const
export type GateValue = (typeof gateValues)[number]

export interface JudgedGate {
  readonly value: GateValue
  readonly reason: string
  readonly author: string
  readonly at: number
}

/** Somebody who works within the scope; rotation keeps history by days. */
export interface StaffMember {
  readonly name: string
  readonly post: string
  readonly from: string
  readonly to: string | null
}

export interface ScopeProcedure {
  readonly title: string
  /** Field of work, in words. */
  readonly area: string
}

export interface Road {
  readonly steps: ReadonlyMap<string, PlannedStep>
  readonly done: ReadonlyMap<string, SaidDone>
  readonly gates: ReadonlyMap<string, JudgedGate>
  readonly staff: ReadonlyMap<string, StaffMember>
  readonly procedures: ReadonlyMap<string, ScopeProcedure>
  /** Why a clause is left out, by clause. */
  readonly exclusions: ReadonlyMap<string, string>
  /** The commune's own targets, by indicator. */
  readonly targets: ReadonlyMap<string, number>
  /** Proof by step or gate, then by SHA-256. */
  readonly files: Readonly<Record<string, Readonly<Record<string, EvidenceFile>>>>
  readonly comments: readonly AuditComment[]
}

/** Folds the fields of one road. Unknown fields are passed over (they stay stored, SY14). */
export function readRoad(entries: Iterable<StoredField>): Road {
  const steps = new Map<string, PlannedStep>()
  const done = new Map<string, SaidDone>()
  const gates = new Map<string, JudgedGate>()
  const staff = new Map<string, StaffMember>()
  const procedures = new Map<string, ScopeProcedure>()
  const exclusions = new Map<string, string>()
  const targets = new Map<string, number>()
  const files: Record<string, Record<string, EvidenceFile>> = {}
  const comments: AuditComment[] = []
  for (const { field: name, value, author, at, order } of entries) {
    const field = parseRoadField(name)
    if (!field || value === null) continue
    switch (field.kind) {
      case 'step': {
        const step = readPlannedStep(value)
        if (step) steps.set(field.name, step)
        break
      }
      case 'done': {
        const said = readSaidDone(value)
        if (said) done.set(field.name, { ...said, author, at })
        break
      }
      case 'gate': {
        const gate = readJudgedGate(value)
        if (gate) gates.set(field.name, { ...gate, author, at })
        break
      }
      case 'staff': {
        const member = readStaffMember(value)
        if (member) staff.set(field.name, member)
        break
      }
      case 'procedure': {
        const procedure = readScopeProcedure(value)
        if (procedure) procedures.set(field.name, procedure)
        break
      }
      case 'exclusion':
        if (typeof value === 'string' && value.trim() !== '') exclusions.set(field.name, value)
        break
      case 'target':
        if (isTarget(value)) targets.set(field.name, value)
        break
      case 'evidence': {
        const file = readEvidenceFile(value)
        if (file) (files[field.slot] ??= {})[field.sha256] = file
        break
      }
      case 'comment': {
        const text = readCommentText(value)
        const { id, target } = field
        if (text !== undefined) comments.push({ id, target, text, author, at, order })
        break
      }
    }
  }
  return { steps, done, gates, staff, procedures, exclusions, targets, files, comments }
}

type Fields = Readonly<Record<string, JsonValue>>

const fieldsOf = (value: JsonValue): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

const isText = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && value.length <= 20_000

export function readPlannedStep(value: JsonValue): PlannedStep | undefined {
  const { plannedOn = null, owner = null, note = '' } = fieldsOf(value)
  if (plannedOn !== null && !isDay(plannedOn)) return undefined
  if (owner !== null && !isText(owner)) return undefined
  return isText(note) ? { plannedOn: plannedOn ?? undefined, owner: owner ?? undefined, note } : undefined
}

export function readSaidDone(value: JsonValue): Pick<SaidDone, 'on' | 'note'> | undefined {
  const { on, note = '' } = fieldsOf(value)
  return isDay(on) && isText(note) ? { on, note } : undefined
}

export function readJudgedGate(value: JsonValue): Pick<JudgedGate, 'value' | 'reason'> | undefined {
  const { value: judged, reason = '' } = fieldsOf(value)
  const known = gateValues.find(name => name === judged)
  return known && isText(reason) ? { value: known, reason } : undefined
}

export function readStaffMember(value: JsonValue): StaffMember | undefined {
  const { name, post = '', from, to = null } = fieldsOf(value)
  if (!isText(name) || name.trim() === '' || !isText(post) || !isDay(from)) return undefined
  return to === null || (isDay(to) && to >= from) ? { name, post, from, to } : undefined
}

/** A target of an indicator: percent, days, or a count. */
export const isTarget = (value: JsonValue): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 100_000

export function readScopeProcedure(value: JsonValue): ScopeProcedure | undefined {
  const { title, area = '' } = fieldsOf(value)
  return isText(title) && title.trim() !== '' && isText(area) ? { title, area } : undefined
}
