import { isDay } from '../../lib/calendar-day.ts'
import { isRecord, type JsonValue } from '../../lib/json-value.ts'
import type { StoredField } from '../audits/stored-field.ts'
import { readEvidenceFile, type EvidenceFile } from '../responses/evidence-file.ts'
import { parseTrainingField, type TrainingText } from './training-fields.ts'

/** Who was there, by the name and post of that day: the staff list may say something else later. */
export interface Attendance {
  readonly name: string
  readonly post: string
  /** Who noted it, and when. */
  readonly author: string
  readonly at: number
}

/** A training session of a commune. */
export interface Training {
  readonly topic: string | undefined
  /** `YYYY-MM-DD` */
  readonly plannedOn: string | undefined
  readonly heldOn: string | undefined
  readonly hours: number | undefined
  readonly texts: Readonly<Partial<Record<TrainingText, string>>>
  readonly invited: ReadonlySet<string>
  readonly attendance: ReadonlyMap<string, Attendance>
  /** Photos of the session, and signatures by person; then by SHA-256. */
  readonly files: Readonly<Record<string, Readonly<Record<string, EvidenceFile>>>>
  /** Why it does not take place; undefined when it does. */
  readonly cancelled: string | undefined
}

/** `begun`: somebody was there, and the day is missing. `late`: the planned day has passed and nobody was there. */
export type TrainingState = 'planned' | 'late' | 'begun' | 'held' | 'cancelled'

/** Folds the fields of one session. Unknown fields are passed over (they stay stored, SY14). */
export function readTraining(entries: Iterable<StoredField>): Training {
  let topic: string | undefined
  let plannedOn: string | undefined
  let heldOn: string | undefined
  let hours: number | undefined
  let cancelled: string | undefined
  const texts: Partial<Record<TrainingText, string>> = {}
  const invited = new Set<string>()
  const attendance = new Map<string, Attendance>()
  const files: Record<string, Record<string, EvidenceFile>> = {}
  for (const { field: name, value, author, at } of entries) {
    const field = parseTrainingField(name)
    if (!field || value === null) continue
    switch (field.kind) {
      case 'topic':
        if (typeof value === 'string') topic = value
        break
      case 'hours':
        if (isHours(value)) hours = value
        break
      case 'cancelled':
        if (typeof value === 'string' && value.trim() !== '') cancelled = value
        break
      case 'day':
        if (!isDay(value)) break
        if (field.name === 'planned') plannedOn = value
        else heldOn = value
        break
      case 'text':
        if (typeof value === 'string') texts[field.name] = value
        break
      case 'invited':
        if (value === true) invited.add(field.person)
        break
      case 'attendance': {
        const there = readAttendance(value)
        if (there) attendance.set(field.person, { ...there, author, at })
        break
      }
      case 'evidence': {
        const file = readEvidenceFile(value)
        if (file) (files[field.slot] ??= {})[field.sha256] = file
        break
      }
    }
  }
  return { topic, plannedOn, heldOn, hours, texts, invited, attendance, files, cancelled }
}

/** How far a session is on a day: judged by who was there, never by a tick. */
export function trainingState(training: Training, today: string): TrainingState {
  const { cancelled, attendance, heldOn, plannedOn } = training
  if (cancelled !== undefined) return 'cancelled'
  if (attendance.size > 0) return heldOn === undefined ? 'begun' : 'held'
  return plannedOn !== undefined && plannedOn < today ? 'late' : 'planned'
}

/** Half an hour to forty, as the attendance form has it. */
export const isHours = (value: JsonValue): value is number =>
  typeof value === 'number' && value >= 0.5 && value <= 40

export function readAttendance(value: JsonValue): Pick<Attendance, 'name' | 'post'> | undefined {
  if (!isRecord(value)) return undefined
  const { name, post = '' } = value
  if (typeof name !== 'string' || name.trim() === '' || typeof post !== 'string') return undefined
  return name.length <= 200 && post.length <= 200 ? { name, post } : undefined
}
